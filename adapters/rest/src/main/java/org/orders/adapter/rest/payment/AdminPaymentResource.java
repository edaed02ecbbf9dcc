package org.orders.adapter.rest.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.payment.ReadPayments;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.PaymentStatus;

/** All payments, for those who run the shop. */
@Tag(name = "Payment administration")
@Path("/admin/payments")
@RunOnVirtualThread
public class AdminPaymentResource {

  private final ReadPayments readPayments;
  private final CapturePayment capturePayment;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;

  AdminPaymentResource(
      ReadPayments readPayments,
      CapturePayment capturePayment,
      CurrentCaller caller,
      Answers answers,
      ListRequest list) {
    this.readPayments = readPayments;
    this.capturePayment = capturePayment;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
  }

  @GET
  @Performs(Operation.LIST_PAYMENTS)
  @Described(
      summary = "Lists payments",
      description = "Newest first.",
      form = Form.PAGE,
      answers = PaymentJson.class,
      parameters = {"PaymentStatusFilter", "OrderFilter"})
  public Response listPayments() {
    UUID order = list.id("orderId");
    PaymentFilter filter =
        new PaymentFilter(
            list.constant("status", PaymentStatus.class),
            order == null ? null : new OrderId(order));
    return list.page(
        List.of("status", "orderId"), page -> readPayments.list(filter, page), PaymentJson::of);
  }

  @POST
  @Path("/{id}/capture")
  @Performs(Operation.CAPTURE_PAYMENT)
  @Described(
      summary = "Books an invoice payment",
      description = "Booking twice answers the same.",
      answers = PaymentJson.class,
      conflicts = "illegal-transition")
  public Response capturePayment(@PathParam("id") String id) {
    var command = new CapturePayment.Command(caller.actor(), PaymentResource.paymentId(id));
    return answers.once(
        command, capturePayment::capture, payment -> Answer.ok(PaymentJson.of(payment)));
  }
}
