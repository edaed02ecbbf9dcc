package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;

/** Why an order is given up; nothing need be said. */
@Body(optional = true)
@RegisterForReflection
public record CancelOrderJson(@Size(max = 1_000) @Nullable String reason) {}
