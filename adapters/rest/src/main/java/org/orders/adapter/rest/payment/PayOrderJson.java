package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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
   * The command, without anything of a card.
   *
   * @param today by which a card must not have expired
   */
  PayOrder.Command toCommand(Actor actor, LocalDate today) {
    return new PayOrder.Command(actor, new OrderId(orderId), method.checked(today));
  }
}
