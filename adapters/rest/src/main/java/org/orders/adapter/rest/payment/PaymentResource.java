package org.orders.adapter.rest.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.answer.Prefer;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.openapi.Described;
import org.orders.application.access.Operation;
import org.orders.application.payment.AwaitPayment;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.ReadPayments;
import org.orders.application.payment.RefundPayment;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.RefundId;
import org.orders.domain.shared.InvalidValue;

/** Payments of orders. */
@Tag(name = "Payments")
@Path("/payments")
@RunOnVirtualThread
public class PaymentResource {

  private static final int ACCEPTED = 202;

  private final PayOrder payOrder;
  private final AwaitPayment awaitPayment;
  private final RefundPayment refundPayment;
  private final ReadPayments readPayments;
  private final InstantSource clock;
  private final CurrentCaller caller;
  private final Answers answers;
  private final HttpServerRequest request;

  PaymentResource(
      PayOrder payOrder,
      AwaitPayment awaitPayment,
      RefundPayment refundPayment,
      ReadPayments readPayments,
      InstantSource clock,
      CurrentCaller caller,
      Answers answers,
      HttpServerRequest request) {
    this.payOrder = payOrder;
    this.awaitPayment = awaitPayment;
    this.refundPayment = refundPayment;
    this.readPayments = readPayments;
    this.clock = clock;
    this.caller = caller;
    this.answers = answers;
    this.request = request;
  }

  @POST
  @Performs(Operation.PAY_ORDER)
  @Described(
      summary = "Pays an order",
      description =
          "By invoice, for those whose role allows it: the order is CONFIRMED at once. By card or"
              + " token: the payment is PENDING until a worker has asked the gateway; `Prefer: wait`"
              + " lets the answer wait for that.",
      status = {201, 202},
      answers = PaymentJson.class,
      parameters = "Prefer",
      problems = {403, 404},
      conflicts = {"already-paid", "illegal-transition", "payment-in-progress"},
      unprocessable = "payment-method-unavailable")
  public Response payOrder(PayOrderJson payment) {
    PayOrder.Command command = payment.toCommand(caller.actor(), clock.instant());
    @Nullable Duration wait =
        Prefer.wait(request.headers().getAll("Prefer"))
            .filter(_ -> !(command.means() instanceof PayOrder.Means.Invoice))
            .orElse(null);
    Response response =
        answers.once(command, this::pay, PaymentResource::answer, begun -> await(begun, wait));
    return wait == null
        ? response
        : Response.fromResponse(response)
            .header("Preference-Applied", "wait=" + wait.toSeconds())
            .build();
  }

  private Outcome<Payment> pay(PayOrder.Command command, Once<Payment> once) {
    try {
      return payOrder.pay(command, once);
    } catch (InvalidValue refusedByVault) {
      throw refusedByVault.within("/method");
    }
  }

  private static Answer answer(Payment payment) {
    String location = "/payments/" + payment.id().value();
    return payment.isInProgress()
        ? Answer.accepted(location, PaymentJson.of(payment))
        : Answer.created(location, PaymentJson.of(payment));
  }

  /** The answer as it is once the payment is settled, if that is soon enough. */
  private Answer await(Answer begun, @Nullable Duration wait) {
    if (wait == null || wait.isZero() || begun.status() != ACCEPTED) {
      return begun;
    }
    PaymentId id = paymentId(begun.location().substring(begun.location().lastIndexOf('/') + 1));
    Payment payment = awaitPayment.await(id, wait);
    return payment.isInProgress() ? begun : answer(payment);
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

  @POST
  @Path("/{id}/refunds")
  @Performs(Operation.REFUND_PAYMENT)
  @Described(
      summary = "Gives money back",
      description = "All that is left where no amount is said; a worker asks the gateway for it.",
      status = 202,
      answers = RefundJson.class,
      conflicts = "refund-exceeds-payment")
  public Response refundPayment(@PathParam("id") String id, RefundPaymentJson refund) {
    return answers.once(
        refund.toCommand(caller.actor(), paymentId(id)),
        refundPayment::refund,
        begun ->
            Answer.accepted(
                "/payments/" + begun.paymentId().value() + "/refunds/" + begun.id().value(),
                RefundJson.of(begun)));
  }

  @GET
  @Path("/{id}/refunds/{refundId}")
  @Performs(Operation.READ_PAYMENT)
  @Described(
      summary = "Shows a refund",
      description = "To those who may see its order.",
      answers = RefundJson.class)
  public Response readRefund(@PathParam("id") String id, @PathParam("refundId") String refundId) {
    RefundId refund = new RefundId(Ids.inPath(refundId, "refund"));
    return answers.found(
        RefundJson.of(readPayments.readRefund(caller.actor(), paymentId(id), refund)));
  }

  static PaymentId paymentId(String id) {
    return new PaymentId(Ids.inPath(id, "payment"));
  }
}
