package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderActions;

/** Something that can be done with an order at some time, and whether now; if not, why. */
@RegisterForReflection
public record ActionJson(String action, boolean allowed, @Nullable String reason) {

  static ActionJson of(OrderActions.Action action) {
    return new ActionJson(action.name().value(), action.allowed(), action.reason());
  }
}
