package org.orders.adapter.rest.order;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.csv.CsvAnswers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.BulkAdministration;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.OrderView;
import org.orders.application.order.ReadOrders;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;

/** All orders, for those who run the shop. */
@Tag(name = "Order administration")
@Path("/admin/orders")
@RunOnVirtualThread
public class AdminOrderResource {

  private static final List<String> FILTERS =
      List.of("status", "customerId", "from", "to", "query");

  private final ReadOrders readOrders;
  private final AdministerOrder administerOrder;
  private final BulkAdministration bulkAdministration;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;
  private final CsvAnswers files;

  AdminOrderResource(
      ReadOrders readOrders,
      AdministerOrder administerOrder,
      BulkAdministration bulkAdministration,
      CurrentCaller caller,
      Answers answers,
      ListRequest list,
      CsvAnswers files) {
    this.readOrders = readOrders;
    this.administerOrder = administerOrder;
    this.bulkAdministration = bulkAdministration;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
    this.files = files;
  }

  @GET
  @Performs(value = Operation.LIST_ORDERS, alsoCsv = true)
  @Described(
      summary = "Lists all orders",
      description =
          "Newest first. As `text/csv` all of them, a row for each line of an order: "
              + "`number,placedAt,status,customerId,email,sku,name,quantity,unitPrice,lineTotal,"
              + "totalAmount,currency,paymentStatus`. A cell that a spreadsheet would take for a "
              + "formula has an apostrophe before it.",
      form = Form.PAGE,
      answers = OrderJson.class,
      parameters = {"OrderStatusFilter", "CustomerFilter", "From", "To", "Query"})
  public Response listOrders() {
    UUID customer = list.id("customerId");
    OrderFilter filter =
        new OrderFilter(
            list.constant("status", OrderStatus.class),
            customer == null ? null : new CustomerId(customer),
            list.time("from"),
            list.time("to"),
            list.text("query"));
    if (files.areWanted()) {
      list.refuseBrokenPage(FILTERS);
      return files.send(
          "orders.csv",
          OrderFile.COLUMNS,
          OrderFile.TEXTS,
          page -> readOrders.listForFile(filter, page),
          OrderFile::rows);
    }
    return list.page(
        FILTERS,
        page -> readOrders.list(filter, page),
        order -> OrderJson.listed(order, caller.actor()));
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_ORDER_AS_STAFF)
  @Described(
      summary = "Shows an order to staff",
      description = "With what only staff sees, and the notes for administrators.",
      answers = OrderJson.class)
  public Response readOrderAsStaff(@PathParam("id") String id) {
    return answers.found(seen(readOrders.read(caller.actor(), orderId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.ADMINISTER_ORDER)
  @Described(
      summary = "Administers an order",
      description =
          "What is not sent stays. `status` takes one step, by the same rules as "
              + "everybody: CONFIRMED is payment by invoice, PROCESSING begins without asking for a "
              + "label, SHIPPED hands over by hand what is left and may carry a `trackingNumber` (any "
              + "other than the present one is refused elsewhere), DELIVERED says so of all shipments.",
      answers = OrderJson.class,
      conflicts = {"illegal-transition", "on-hold", "already-paid", "partially-shipped"},
      unprocessable = "unknown-user")
  public Response administerOrder(@PathParam("id") String id, AdministerOrderJson wish) {
    AdministerOrder.Command command =
        wish.toCommand(caller.actor(), orderId(id), answers.precondition(this::seen));
    return answers.once(command, administerOrder::administer, order -> Answer.ok(seen(order)));
  }

  @POST
  @Path("/bulk")
  @Performs(Operation.ADMINISTER_ORDERS_IN_BULK)
  @Described(
      summary = "Does one thing to many orders",
      description =
          "Each order by itself and by the rules that hold for it alone; one result an id, in the"
              + " order in which they were named, an id that is named twice once. It breaks off where"
              + " nothing can be said of an order at this moment, and may be repeated then, as where"
              + " no answer came.",
      answers = BulkResultsJson.class,
      conflicts = "conflict")
  public Response administerOrdersInBulk(BulkAdministrationJson wish) {
    return answers.once(
        wish.toCommand(caller.actor()),
        bulkAdministration::administer,
        results -> Answer.ok(BulkResultsJson.of(results, wish.done())));
  }

  private OrderJson seen(OrderView order) {
    return OrderJson.of(order, caller.actor());
  }

  private static OrderId orderId(String id) {
    return new OrderId(Ids.inPath(id, "order"));
  }
}
