package org.orders.adapter.rest.fulfilment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.fulfilment.MarkDelivered;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/**
 * What is to be sent; or with {@code status}, what arrived.
 *
 * @param lines what is in the parcel; all that is left where nothing is said
 * @param shipmentId what arrived; all of the order where nothing is said
 */
@Body(optional = true)
@RegisterForReflection
public record FulfilmentJson(
    @Size(min = 1, max = 40) @Nullable String carrier,
    @Size(min = 1, max = 64) @Nullable String service,
    @Size(min = 1, max = 2_000) @Nullable List<@Valid PiecesJson> lines,
    @Nullable UUID shipmentId,
    @Pattern(regexp = "DELIVERED", message = "must be DELIVERED") @Nullable String status,
    @Size(max = 1_000) @Nullable String reason) {

  /** Whether it says that something arrived. */
  boolean saysArrived() {
    return status != null;
  }

  FulfilOrder.Command toFulfil(Actor actor, OrderId order, Precondition<OrderView> precondition) {
    Complaints complaints = new Complaints();
    if (shipmentId != null) {
      complaints.add("/shipmentId", "belongs to a status");
    }
    ServiceName name =
        service == null ? null : complaints.within("", () -> new ServiceName(service));
    complaints.refuseAny();
    return new FulfilOrder.Command(
        actor,
        order,
        lines == null ? null : PiecesJson.toPieces(lines),
        carrier,
        name,
        reasonOrNull(),
        precondition);
  }

  MarkDelivered.Command toDeliver(
      Actor actor, OrderId order, Precondition<OrderView> precondition) {
    Complaints complaints = new Complaints();
    refuse("carrier", carrier, complaints);
    refuse("service", service, complaints);
    refuse("lines", lines, complaints);
    complaints.refuseAny();
    return new MarkDelivered.Command(
        actor,
        order,
        shipmentId == null ? null : new ShipmentId(shipmentId),
        reasonOrNull(),
        precondition);
  }

  private @Nullable Reason reasonOrNull() {
    return reason == null ? null : new Reason(reason);
  }

  private static void refuse(String field, @Nullable Object value, Complaints complaints) {
    if (value != null) {
      complaints.add("/" + field, "does not go with a status");
    }
  }
}
