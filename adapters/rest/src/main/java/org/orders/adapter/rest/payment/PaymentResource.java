package org.orders.adapter.rest.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.openapi.Described;
import org.orders.application.access.Operation;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.ReadPayments;
import org.orders.domain.payment.PaymentId;

/** Payments of orders. */
@Tag(name = "Payments")
@Path("/payments")
@RunOnVirtualThread
public class PaymentResource {

  private final PayOrder payOrder;
  private final ReadPayments readPayments;
  private final InstantSource clock;
  private final CurrentCaller caller;
  private final Answers answers;

  PaymentResource(
      PayOrder payOrder,
      ReadPayments readPayments,
      InstantSource clock,
      CurrentCaller caller,
      Answers answers) {
    this.payOrder = payOrder;
    this.readPayments = readPayments;
    this.clock = clock;
    this.caller = caller;
    this.answers = answers;
  }

  @POST
  @Performs(Operation.PAY_ORDER)
  @Described(
      summary = "Pays an order",
      description = "By invoice, for those whose role allows it: the order is CONFIRMED at once.",
      status = 201,
      answers = PaymentJson.class,
      problems = {403, 404},
      conflicts = {"already-paid", "illegal-transition"},
      unprocessable = "payment-method-unavailable")
  public Response payOrder(PayOrderJson payment) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    PayOrder.Command command = payment.toCommand(caller.actor(), today);
    return answers.once(
        command,
        payOrder::pay,
        made -> Answer.created("/payments/" + made.id().value(), PaymentJson.of(made)));
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_PAYMENT)
  @Described(
      summary = "Shows a payment",
      description = "To those who may see its order.",
      answers = PaymentJson.class)
  public Response readPayment(@PathParam("id") String id) {
    return answers.found(PaymentJson.of(readPayments.read(caller.actor(), paymentId(id))));
  }

  static PaymentId paymentId(String id) {
    return new PaymentId(Ids.inPath(id, "payment"));
  }
}
