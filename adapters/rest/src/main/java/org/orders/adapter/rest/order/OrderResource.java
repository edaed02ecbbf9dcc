package org.orders.adapter.rest.order;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
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
@Tag(name = "Orders")
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
  @Described(
      summary = "Places an order",
      description =
          """
          Stock is reserved for all lines or none. Send `items`, or `productId` and `quantity` for one line. Customers order for
          themselves, staff names `customerId`, callers without an account send `customer` and get an `accessToken` that
          makes its bearer the owner of this order. Where `expectedTotal` is sent and differs, nothing is placed.
          """,
      status = 201,
      answers = OrderJson.class,
      conflicts = {
        "insufficient-stock",
        "product-discontinued",
        "price-changed",
        "customer-inactive",
        "conflict"
      },
      unprocessable = {
        "unknown-product",
        "unknown-customer",
        "mixed-currencies",
        "amount-out-of-range"
      })
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
  @Described(
      summary = "Shows what an order would be",
      description = "The same body as POST /orders; writes nothing.",
      form = Form.CONTENT,
      answers = PreviewJson.class,
      conflicts = {"product-discontinued", "price-changed", "customer-inactive"},
      unprocessable = {
        "unknown-product",
        "unknown-customer",
        "mixed-currencies",
        "amount-out-of-range"
      })
  public Response previewOrder(PlaceOrderJson order) {
    return answers.plain(PreviewJson.of(previewOrder.preview(order.toCommand(caller.actor()))));
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_ORDER)
  @Described(
      summary = "Shows an order",
      description = "With the actions that this caller may take now.",
      answers = OrderJson.class)
  public Response readOrder(@PathParam("id") String id) {
    return answers.found(seen(readOrders.read(caller.actor(), orderId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_ORDER)
  @Described(
      summary = "Changes an order",
      description =
          "`items` while it is PENDING, replacing all lines; a product that stays keeps "
              + "its price. `shippingAddress` until PROCESSING.",
      answers = OrderJson.class,
      conflicts = {
        "illegal-transition",
        "insufficient-stock",
        "product-discontinued",
        "already-paid"
      },
      unprocessable = {"unknown-product", "mixed-currencies", "amount-out-of-range"})
  public Response changeOrder(@PathParam("id") String id, ChangeOrderJson change) {
    ChangeOrder.Command command =
        change.toCommand(caller.actor(), orderId(id), answers.precondition(this::seen));
    return answers.once(command, changeOrder::change, order -> Answer.ok(seen(order)));
  }

  @POST
  @Path("/{id}/cancel")
  @Performs(Operation.CANCEL_ORDER)
  @Described(
      summary = "Cancels an order",
      description = "Stock returns. Cancelling twice answers the same.",
      answers = OrderJson.class,
      parameters = "IfMatch",
      conflicts = {"illegal-transition", "partially-shipped"})
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
  @Described(
      summary = "Tells what happened to an order",
      description = "Oldest first; notes for administrators only.",
      form = Form.PAGE,
      answers = EventJson.class)
  public Response readHistory(@PathParam("id") String id) {
    List<OrderEvent> history = readOrders.history(caller.actor(), orderId(id));
    return list.page(history, EventJson::of);
  }

  @GET
  @Path("/{id}/actions")
  @Performs(Operation.READ_ORDER)
  @Described(
      summary = "Tells what can be done with an order",
      description = "Every action, and why not where it cannot be taken now.",
      form = Form.ARRAY,
      answers = ActionJson.class)
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
