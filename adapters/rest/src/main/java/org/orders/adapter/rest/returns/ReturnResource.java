package org.orders.adapter.rest.returns;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.orders.application.returns.DecideReturn;
import org.orders.application.returns.ReadReturns;
import org.orders.domain.returns.ReturnId;

/** Returns. */
@Tag(name = "Returns")
@Path("/returns")
@RunOnVirtualThread
public class ReturnResource {

  private final ReadReturns readReturns;
  private final DecideReturn decideReturn;
  private final CurrentCaller caller;
  private final Answers answers;

  ReturnResource(
      ReadReturns readReturns, DecideReturn decideReturn, CurrentCaller caller, Answers answers) {
    this.readReturns = readReturns;
    this.decideReturn = decideReturn;
    this.caller = caller;
    this.answers = answers;
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_RETURN)
  @Described(
      summary = "Shows a return",
      description = "To the owner of its order and to administrators.",
      answers = ReturnJson.class)
  public Response readReturn(@PathParam("id") String id) {
    return answers.found(ReturnJson.of(readReturns.read(caller.actor(), returnId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.DECIDE_RETURN)
  @Described(
      summary = "Says what becomes of a return",
      description =
          "APPROVED or REJECTED, and what was approved RECEIVED: its pieces are in stock again and"
              + " their price goes back, at most what is left of the payment, once.",
      answers = ReturnJson.class,
      conflicts = "illegal-transition")
  public Response decideReturn(@PathParam("id") String id, DecideReturnJson decision) {
    return answers.once(
        new DecideReturn.Command(
            caller.actor(), returnId(id), decision.status(), answers.precondition(ReturnJson::of)),
        decideReturn::decide,
        goods -> Answer.ok(ReturnJson.of(goods)));
  }

  private static ReturnId returnId(String id) {
    return new ReturnId(Ids.inPath(id, "return"));
  }
}
