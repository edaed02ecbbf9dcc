package org.orders.application.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.JobQueue;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.Refund.Status;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/**
 * Begins and ends refunds on refund and payment together, inside the caller's transaction and under
 * the lock of the order's row.
 */
public final class Refunding {

  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final JobQueue jobs;
  private final IdGenerator ids;

  public Refunding(
      PaymentRepository payments, RefundRepository refunds, JobQueue jobs, IdGenerator ids) {
    this.payments = payments;
    this.refunds = refunds;
    this.jobs = jobs;
    this.ids = ids;
  }

  /**
   * A refund that a job will ask the gateway for. One of an invoice is done at once, because it
   * records what somebody transferred by hand.
   *
   * @throws org.orders.domain.payment.RefundExceedsPayment when that is more than is left
   */
  public Refund request(Payment payment, Money back, @Nullable Reason reason, Instant at) {
    Refund refund = Refund.request(new RefundId(ids.next()), payment.id(), back, reason, at);
    PaymentDecision begun = payment.beginRefund(back, at);
    if (payment.method() instanceof PaymentMethod.Invoice) {
      Refund made = refund.settle(Status.SUCCEEDED, at);
      payments.save(begun.then(present -> present.completeRefund(refund.id(), back, at)));
      refunds.add(made);
      return made;
    }
    payments.save(begun);
    refunds.add(refund);
    jobs.enqueue(SettleRefundJob.of(refund.id()));
    return refund;
  }

  /** The outcome of a refund; what comes again changes nothing. */
  void settle(Payment payment, Refund refund, Status outcome, Instant at) {
    if (!refund.isOpen()) {
      return;
    }
    refunds.save(refund.settle(outcome, at));
    payments.save(
        outcome == Status.SUCCEEDED
            ? payment.completeRefund(refund.id(), refund.amount(), at)
            : payment.failRefund(refund.id(), refund.amount(), at));
  }
}
