package org.orders.adapter.rest.order;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListJson;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.application.access.Operation;
import org.orders.application.order.CancelOrder;
import org.orders.application.order.ChangeOrder;
import org.orders.application.order.OrderActions;
import org.orders.application.order.OrderView;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PreviewOrder;
import org.orders.application.order.ReadOrders;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/** Orders, for those they belong to and for staff. */
@Path("/orders")
@RunOnVirtualThread
public class OrderResource {

  private final PlaceOrder placeOrder;
  private final PreviewOrder previewOrder;
  private final ReadOrders readOrders;
  private final ChangeOrder changeOrder;
  private final CancelOrder cancelOrder;
  private final GuestTokens guestTokens;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;

  OrderResource(
      PlaceOrder placeOrder,
      PreviewOrder previewOrder,
      ReadOrders readOrders,
      ChangeOrder changeOrder,
      CancelOrder cancelOrder,
      GuestTokens guestTokens,
      CurrentCaller caller,
      Answers answers,
      ListRequest list) {
    this.placeOrder = placeOrder;
    this.previewOrder = previewOrder;
    this.readOrders = readOrders;
    this.changeOrder = changeOrder;
    this.cancelOrder = cancelOrder;
    this.guestTokens = guestTokens;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
  }

  @POST
  @Performs(Operation.PLACE_ORDER)
  @APIResponseSchema(value = OrderJson.class, responseCode = "201")
  public Response placeOrder(PlaceOrderJson order) {
    PlaceOrder.Command command = order.toCommand(caller.actor());
    return answers.once(
        command,
        placeOrder::place,
        placed -> Answer.created("/orders/" + placed.order().id().value(), seen(placed)),
        guestTokens::complete);
  }

  @POST
  @Path("/preview")
  @Performs(Operation.PREVIEW_ORDER)
  @APIResponseSchema(value = PreviewJson.class, responseCode = "200")
  public Response previewOrder(PlaceOrderJson order) {
    return answers.plain(PreviewJson.of(previewOrder.preview(order.toCommand(caller.actor()))));
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_ORDER)
  @APIResponseSchema(OrderJson.class)
  public Response readOrder(@PathParam("id") String id) {
    return answers.found(seen(readOrders.read(caller.actor(), orderId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_ORDER)
  @APIResponseSchema(OrderJson.class)
  public Response changeOrder(@PathParam("id") String id, ChangeOrderJson change) {
    ChangeOrder.Command command =
        change.toCommand(caller.actor(), orderId(id), answers.precondition(this::seen));
    return answers.once(command, changeOrder::change, order -> Answer.ok(seen(order)));
  }

  @POST
  @Path("/{id}/cancel")
  @Performs(Operation.CANCEL_ORDER)
  @APIResponseSchema(value = OrderJson.class, responseCode = "200")
  public Response cancelOrder(@PathParam("id") String id, CancelOrderJson cancellation) {
    var command =
        new CancelOrder.Command(
            caller.actor(),
            orderId(id),
            cancellation.reason() == null ? null : new Reason(cancellation.reason()),
            answers.precondition(this::seen));
    return answers.once(command, cancelOrder::cancel, order -> Answer.ok(seen(order)));
  }

  @GET
  @Path("/{id}/history")
  @Performs(Operation.READ_ORDER)
  @APIResponseSchema(ListJson.class)
  public Response readHistory(@PathParam("id") String id) {
    List<OrderEvent> history = readOrders.history(caller.actor(), orderId(id));
    return list.page(history, EventJson::of);
  }

  @GET
  @Path("/{id}/actions")
  @Performs(Operation.READ_ORDER)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ActionJson.class)))
  public Response readActions(@PathParam("id") String id) {
    OrderView order = readOrders.read(caller.actor(), orderId(id));
    return answers.plain(
        OrderActions.of(order, caller.actor()).stream().map(ActionJson::of).toList());
  }

  private OrderJson seen(OrderView order) {
    return OrderJson.of(order, guestTokens.ownerOf(order));
  }

  private static OrderId orderId(String id) {
    return new OrderId(Ids.inPath(id, "order"));
  }
}
