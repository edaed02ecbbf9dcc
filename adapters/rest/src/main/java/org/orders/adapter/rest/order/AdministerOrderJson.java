package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.customer.AddressJson;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Reason;

/**
 * What an administrator wants of an order; what is not sent stays.
 *
 * @param trackingNumber of a hand-over without a carrier's label
 * @param reason why, for the order's history
 */
@Body(mayRepeat = OrderJson.class)
@RegisterForReflection
public record AdministerOrderJson(
    @Nullable OrderStatus status,
    @Nullable Boolean onHold,
    @Nullable UUID managedBy,
    @Valid @Nullable AddressJson shippingAddress,
    @Size(min = 1, max = 1_000) @Nullable String note,
    @Size(min = 1, max = 200) @Nullable String trackingNumber,
    @Size(max = 1_000) @Nullable String reason) {

  AdministerOrder.Command toCommand(
      Actor actor, OrderId order, Precondition<OrderView> precondition) {
    return Complaints.gather(
        complaints ->
            new AdministerOrder.Command(
                actor,
                order,
                Optional.ofNullable(status),
                trackingNumber == null
                    ? null
                    : complaints.within("", () -> TrackingNumber.told(trackingNumber)),
                Optional.ofNullable(onHold),
                Optional.ofNullable(managedBy).map(UserId::new),
                Optional.ofNullable(shippingAddress)
                    .map(to -> complaints.within("/shippingAddress", to::toAddress)),
                Optional.ofNullable(note)
                    .map(text -> complaints.within("", () -> Reason.note(text))),
                reason == null ? null : complaints.within("", () -> new Reason(reason)),
                precondition));
  }
}
