package org.orders.adapter.rest.returns;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.openapi.Described;
import org.orders.application.access.Operation;
import org.orders.application.returns.RequestReturn;
import org.orders.domain.order.OrderId;

/** Where customers say that they want to send something back. */
@Tag(name = "Returns")
@Path("/orders")
@RunOnVirtualThread
public class OrderReturnResource {

  private final RequestReturn requestReturn;
  private final CurrentCaller caller;
  private final Answers answers;

  OrderReturnResource(RequestReturn requestReturn, CurrentCaller caller, Answers answers) {
    this.requestReturn = requestReturn;
    this.caller = caller;
    this.answers = answers;
  }

  @POST
  @Path("/{id}/returns")
  @Performs(Operation.REQUEST_RETURN)
  @Described(
      summary = "Asks to send something back",
      description = "Of what was delivered and is not on its way back already.",
      status = 201,
      answers = ReturnJson.class,
      conflicts = "return-exceeds-delivery",
      unprocessable = "unknown-item")
  public Response requestReturn(@PathParam("id") String id, RequestReturnJson wish) {
    OrderId order = new OrderId(Ids.inPath(id, "order"));
    return answers.once(
        wish.toCommand(caller.actor(), order),
        requestReturn::request,
        goods -> Answer.created("/returns/" + goods.id().value(), ReturnJson.of(goods)));
  }
}
