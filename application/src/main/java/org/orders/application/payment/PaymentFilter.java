package org.orders.application.payment;

import org.jspecify.annotations.Nullable;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.PaymentStatus;

/** Which payments somebody looks for; what is absent does not matter. */
public record PaymentFilter(@Nullable PaymentStatus status, @Nullable OrderId order) {}
