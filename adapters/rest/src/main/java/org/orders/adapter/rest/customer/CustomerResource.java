package org.orders.adapter.rest.customer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.BodyReader;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.json.ReceivedBody;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.adapter.rest.order.OrderJson;
import org.orders.application.access.Operation;
import org.orders.application.customer.ChangeCustomer;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.customer.ReadCustomers;
import org.orders.application.customer.RegisterCustomer;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.ReadOrders;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;
import org.orders.domain.order.OrderStatus;

/** Customers and their orders. */
@Tag(name = "Customers")
@Path("/customers")
@RunOnVirtualThread
public class CustomerResource {

  private final RegisterCustomer registerCustomer;
  private final ReadCustomers readCustomers;
  private final ChangeCustomer changeCustomer;
  private final DeactivateCustomer deactivateCustomer;
  private final ReadOrders readOrders;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;
  private final BodyReader reader;
  private final ReceivedBody received;

  CustomerResource(
      RegisterCustomer registerCustomer,
      ReadCustomers readCustomers,
      ChangeCustomer changeCustomer,
      DeactivateCustomer deactivateCustomer,
      ReadOrders readOrders,
      CurrentCaller caller,
      Answers answers,
      ListRequest list,
      BodyReader reader,
      ReceivedBody received) {
    this.registerCustomer = registerCustomer;
    this.readCustomers = readCustomers;
    this.changeCustomer = changeCustomer;
    this.deactivateCustomer = deactivateCustomer;
    this.readOrders = readOrders;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
    this.reader = reader;
    this.received = received;
  }

  @POST
  @Performs(Operation.REGISTER_CUSTOMER)
  @Described(
      summary = "Opens an account",
      description = "Without a password nobody can sign in to it, but others can order for it.",
      status = 201,
      answers = CustomerJson.class,
      conflicts = "email-taken")
  public Response registerCustomer(RegistrationJson registration) {
    RegisterCustomer.Command command = registration.toCommand();
    return answers.once(
        command,
        registerCustomer::register,
        customer ->
            Answer.created("/customers/" + customer.id().value(), CustomerJson.of(customer)));
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_CUSTOMER)
  @Described(
      summary = "Shows a customer",
      description = "Customers see themselves only.",
      answers = CustomerJson.class)
  public Response readCustomer(@PathParam("id") String id) {
    return answers.found(CustomerJson.of(readCustomers.read(caller.actor(), customerId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_CUSTOMER)
  @Described(
      summary = "Replaces what a customer told",
      description = "The whole of it; what is left out is gone.",
      answers = CustomerJson.class,
      conflicts = "email-taken")
  public Response replaceCustomer(@PathParam("id") String id, ProfileJson profile) {
    Profile replacement = profile.toProfile("");
    return change(id, present -> replacement);
  }

  @PATCH
  @Path("/{id}")
  @Performs(Operation.CHANGE_CUSTOMER)
  @Described(
      summary = "Changes what a customer told",
      description = "A merge patch of RFC 7396: what is not sent stays, null removes.",
      answers = CustomerJson.class,
      conflicts = "email-taken")
  public Response patchCustomer(@PathParam("id") String id, CustomerPatchJson patch) {
    CustomerPatchJson.requireValid(received.tree(), reader);
    return change(id, present -> CustomerPatchJson.apply(received.tree(), present, reader));
  }

  private Response change(String id, UnaryOperator<Profile> change) {
    var command =
        new ChangeCustomer.Command(
            caller.actor(), customerId(id), change, answers.precondition(CustomerJson::of));
    return answers.once(
        command, changeCustomer::change, customer -> Answer.ok(CustomerJson.of(customer)));
  }

  @DELETE
  @Path("/{id}")
  @Performs(Operation.DEACTIVATE_CUSTOMER)
  @Described(
      summary = "Closes an account",
      description =
          "The customer becomes INACTIVE and can neither sign in nor order; orders that "
              + "exist stay.",
      form = Form.NOTHING,
      parameters = "IfMatch")
  public Response deactivateCustomer(@PathParam("id") String id) {
    deactivateCustomer.deactivate(
        new DeactivateCustomer.Command(
            caller.actor(), customerId(id), answers.precondition(CustomerJson::of)));
    return Response.noContent().build();
  }

  @GET
  @Path("/{id}/orders")
  @Performs(Operation.LIST_ORDERS_OF_CUSTOMER)
  @Described(
      summary = "Lists a customer's orders",
      description = "Newest first.",
      form = Form.PAGE,
      answers = OrderJson.class,
      parameters = "OrderStatusFilter")
  public Response listOrdersOfCustomer(@PathParam("id") String id) {
    OrderStatus status = list.constant("status", OrderStatus.class);
    OrderFilter filter = new OrderFilter(status, null, null, null, null);
    return list.page(
        List.of("status"),
        page -> readOrders.ofCustomer(caller.actor(), customerId(id), filter, page),
        order -> OrderJson.listed(order, caller.actor()));
  }

  private static CustomerId customerId(String id) {
    return new CustomerId(Ids.inPath(id, "customer"));
  }
}
