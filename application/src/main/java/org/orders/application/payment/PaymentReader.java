package org.orders.application.payment;

import java.time.InstantSource;
import org.orders.application.order.OrderAccess;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.shared.NotFound;

/** Reads payments; whoever may see an order may see its payment. */
final class PaymentReader implements ReadPayments {

  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final PaymentQueries queries;
  private final OrderAccess orders;
  private final UnitOfWork work;
  private final InstantSource clock;

  PaymentReader(
      PaymentRepository payments,
      RefundRepository refunds,
      PaymentQueries queries,
      OrderAccess orders,
      UnitOfWork work,
      InstantSource clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.queries = queries;
    this.orders = orders;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Payment read(Actor actor, PaymentId id) {
    return work.run(
        () ->
            payments
                .find(id)
                .filter(payment -> orders.isOpen(payment.orderId(), actor, clock.instant()))
                .orElseThrow(() -> new NotFound("payment")));
  }

  @Override
  public Refund readRefund(Actor actor, PaymentId payment, RefundId refund) {
    Payment of = read(actor, payment);
    return work.run(() -> refunds.find(refund))
        .filter(found -> found.paymentId().equals(of.id()))
        .orElseThrow(() -> new NotFound("refund"));
  }

  @Override
  public Page<Payment> list(PaymentFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }
}
