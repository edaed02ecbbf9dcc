package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.orders.adapter.rest.json.Body;
import org.orders.application.payment.PayOrder;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

/** An order that is to be paid, and how. */
@Body
@RegisterForReflection
public record PayOrderJson(@NotNull UUID orderId, @NotNull @Valid MethodJson method) {

  /**
   * The command.
   *
   * @param now by when a card must not have expired
   */
  PayOrder.Command toCommand(Actor actor, Instant now) {
    return new PayOrder.Command(actor, new OrderId(orderId), method.means(now));
  }

  /** Never shows the card. */
  @Override
  public String toString() {
    return "PayOrderJson[" + orderId + "]";
  }
}
