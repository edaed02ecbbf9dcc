package org.orders.adapter.rest.fulfilment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.adapter.rest.order.OrderJson;
import org.orders.application.access.Operation;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.fulfilment.MarkDelivered;
import org.orders.application.fulfilment.ReadShipments;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Precondition;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.OrderId;

/** The shipments of an order. */
@Tag(name = "Fulfilment")
@Path("/orders")
@RunOnVirtualThread
public class FulfilmentResource {

  private final FulfilOrder fulfilOrder;
  private final MarkDelivered markDelivered;
  private final ReadShipments readShipments;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest query;

  FulfilmentResource(
      FulfilOrder fulfilOrder,
      MarkDelivered markDelivered,
      ReadShipments readShipments,
      CurrentCaller caller,
      Answers answers,
      ListRequest query) {
    this.fulfilOrder = fulfilOrder;
    this.markDelivered = markDelivered;
    this.readShipments = readShipments;
    this.caller = caller;
    this.answers = answers;
    this.query = query;
  }

  @PUT
  @Path("/{id}/fulfillment")
  @Performs(Operation.FULFIL_ORDER)
  @Described(
      summary = "Sends an order or a part of it, or says that it arrived",
      description =
          """
          A worker has the carrier make label and tracking number; when all is shipped the order is SHIPPED. Without
          `lines` all that is left is sent, and what waits for a label is asked for again, by another `carrier` where
          none has been asked or it refused. The same wish without an `Idempotency-Key` answers the same shipment; under
          keys of their own the same `lines` are different parcels, unless one of them was refused. With `status` DELIVERED a shipment, or all of the
          order, arrived, and the answer is 200. A `reason` stands in
          the history, or among the notes where no step of the order goes with it. `If-Match` names a version of the
          order.
          """,
      status = {200, 202},
      answers = ShipmentJson.class,
      conflicts = {"illegal-transition", "on-hold", "fulfilment-exceeds-order"},
      unprocessable = {"unknown-carrier", "unknown-item"})
  public Response fulfilOrder(@PathParam("id") String id, FulfilmentJson wish) {
    OrderId order = orderId(id);
    Precondition<OrderView> precondition =
        answers.precondition(view -> OrderJson.of(view, caller.actor()));
    return wish.saysArrived()
        ? answers.once(
            wish.toDeliver(caller.actor(), order, precondition),
            markDelivered::deliver,
            shipment -> Answer.ok(seen(shipment)))
        : answers.once(
            wish.toFulfil(caller.actor(), order, precondition),
            fulfilOrder::fulfil,
            shipment -> Answer.accepted(location(shipment), seen(shipment)));
  }

  @GET
  @Path("/{id}/shipments")
  @Performs(Operation.READ_SHIPMENT)
  @Described(
      summary = "Lists an order's shipments",
      description = "Oldest first.",
      form = Form.ARRAY,
      answers = ShipmentJson.class)
  public Response listShipments(@PathParam("id") String id) {
    return answers.plain(
        readShipments.list(caller.actor(), orderId(id)).stream().map(this::seen).toList());
  }

  @GET
  @Path("/{id}/shipments/{shipmentId}")
  @Performs(Operation.READ_SHIPMENT)
  @Described(
      summary = "Shows a shipment",
      description = "To those who may see its order.",
      answers = ShipmentJson.class)
  public Response readShipment(
      @PathParam("id") String id, @PathParam("shipmentId") String shipmentId) {
    ShipmentId shipment = new ShipmentId(Ids.inPath(shipmentId, "shipment"));
    return answers.found(seen(readShipments.read(caller.actor(), orderId(id), shipment)));
  }

  @GET
  @Path("/{id}/tracking")
  @Performs(Operation.READ_SHIPMENT)
  @Described(
      summary = "Tells how far a shipment has come",
      description = "The latest that has left, where none is named.",
      answers = TrackingJson.class,
      parameters = "ShipmentFilter",
      missing = "not-shipped")
  public Response readTracking(@PathParam("id") String id) {
    return answers.found(
        TrackingJson.of(readShipments.track(caller.actor(), orderId(id), named())));
  }

  @GET
  @Path("/{id}/label")
  @Performs(value = Operation.READ_LABEL, answers = "application/pdf")
  @Described(
      summary = "Shows the label of a shipment",
      description = "To be printed. The latest, where no shipment is named.",
      form = Form.PDF,
      parameters = "ShipmentFilter",
      missing = "not-shipped")
  public Response readLabel(@PathParam("id") String id) {
    return Response.ok(readShipments.label(caller.actor(), orderId(id), named()).pdf())
        .type("application/pdf")
        .header("Cache-Control", "private, no-store")
        .header("Content-Disposition", "inline; filename=\"label.pdf\"")
        .build();
  }

  private ShipmentJson seen(Shipment shipment) {
    return ShipmentJson.of(shipment, caller.actor());
  }

  private @Nullable ShipmentId named() {
    UUID id = query.id("shipmentId");
    return id == null ? null : new ShipmentId(id);
  }

  private static String location(Shipment shipment) {
    return "/orders/" + shipment.orderId().value() + "/shipments/" + shipment.id().value();
  }

  private static OrderId orderId(String id) {
    return new OrderId(Ids.inPath(id, "order"));
  }
}
