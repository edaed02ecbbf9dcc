package org.orders.application.returns;

import org.jspecify.annotations.Nullable;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.ReturnStatus;

/** Which returns somebody looks for; what is absent does not matter. */
public record ReturnFilter(@Nullable ReturnStatus status, @Nullable OrderId order) {}
