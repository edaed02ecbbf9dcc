package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptState;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.Refund.Status;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.payment.RefundRequest;

/**
 * Has a gateway give money back: that it is being asked is committed first, and whoever finds a
 * refund that may have been asked for looks it up before anything else.
 */
public final class SettleRefundJob implements JobHandler {

  public static final JobType TYPE = new JobType("settle-refund");

  private final RefundRepository refunds;
  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final PaymentGateways gateways;
  private final Refunding refunding;
  private final UnitOfWork work;
  private final InstantSource clock;

  public SettleRefundJob(
      RefundRepository refunds,
      PaymentRepository payments,
      OrderRepository orders,
      PaymentGateways gateways,
      Refunding refunding,
      UnitOfWork work,
      InstantSource clock) {
    this.refunds = refunds;
    this.payments = payments;
    this.orders = orders;
    this.gateways = gateways;
    this.refunding = refunding;
    this.work = work;
    this.clock = clock;
  }

  /** The work of one refund: whoever asks for it while it waits asks for the same. */
  public static NewJob of(RefundId refund) {
    return NewJob.of(TYPE, refund.value().toString());
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public RetryPolicy retries() {
    return RetryPolicy.UNTIL_KNOWN;
  }

  @Override
  public JobOutcome run(JobRun run) {
    RefundId id = new RefundId(UUID.fromString(run.key()));
    Refund refund = work.run(() -> refunds.find(id)).orElse(null);
    if (refund == null || !refund.isOpen()) {
      return JobOutcome.done();
    }
    Payment payment = work.run(() -> payments.find(refund.paymentId())).orElseThrow();
    Attempt attempt = payment.attempt();
    if (attempt == null || !(attempt.state() instanceof AttemptState.Captured captured)) {
      return JobOutcome.giveUp("nothing-captured");
    }
    PaymentGateway gateway = gateways.named(attempt.gateway()).orElse(null);
    if (gateway == null) {
      return JobOutcome.retryLater("gateway-not-configured");
    }
    RefundRequest request =
        new RefundRequest(id, attempt.id(), captured.reference(), refund.amount());
    Instant firstSentAt = refund.firstSentAt();
    return firstSentAt == null
        ? send(run, gateway, request, refund)
        : ask(run, gateway, request, refund, firstSentAt);
  }

  private JobOutcome send(
      JobRun run, PaymentGateway gateway, RefundRequest request, Refund refund) {
    run.record(() -> refunds.save(refund.send(clock.instant())));
    return settle(run, gateway.refund(request), refund);
  }

  private JobOutcome ask(
      JobRun run,
      PaymentGateway gateway,
      RefundRequest request,
      Refund refund,
      Instant firstSentAt) {
    RefundOutcome known = gateway.lookUpRefund(request);
    boolean again =
        known instanceof RefundOutcome.NotMade
            && ResendWindow.isOpen(gateway, firstSentAt, clock.instant());
    return settle(run, again ? gateway.refund(request) : known, refund);
  }

  private JobOutcome settle(JobRun run, RefundOutcome outcome, Refund refund) {
    return switch (outcome) {
      case RefundOutcome.Succeeded() -> conclude(run, refund, Status.SUCCEEDED);
      case RefundOutcome.Failed _ -> conclude(run, refund, Status.FAILED);
      case RefundOutcome.NotMade() -> JobOutcome.retryLater("refund-not-made");
      case RefundOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
    };
  }

  private JobOutcome conclude(JobRun run, Refund refund, Status outcome) {
    return run.conclude(
        () -> {
          Payment seen = payments.find(refund.paymentId()).orElseThrow();
          Order order = orders.lock(seen.orderId()).orElseThrow();
          Payment present = payments.findByOrder(order.id()).orElseThrow();
          Refund open = refunds.find(refund.id()).orElseThrow();
          refunding.settle(present, open, outcome, clock.instant());
        });
  }
}
