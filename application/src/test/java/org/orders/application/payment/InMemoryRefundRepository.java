package org.orders.application.payment;

import java.util.List;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundRepository;

/** Refunds in memory. */
public final class InMemoryRefundRepository implements RefundRepository {

  private final InMemoryTable<RefundId, Refund> refunds;

  public InMemoryRefundRepository(InMemoryDatabase database) {
    this.refunds = database.table("refunds");
  }

  @Override
  public Optional<Refund> find(RefundId id) {
    return refunds.find(id);
  }

  @Override
  public List<Refund> findOpen(PaymentId payment) {
    return refunds.values().stream()
        .filter(refund -> refund.paymentId().equals(payment) && refund.isOpen())
        .toList();
  }

  /** All refunds of a payment. */
  public List<Refund> of(PaymentId payment) {
    return refunds.values().stream().filter(it -> it.paymentId().equals(payment)).toList();
  }

  @Override
  public void add(Refund refund) {
    refunds.put(refund.id(), refund);
  }

  @Override
  public void save(Refund refund) {
    refunds.put(refund.id(), refund);
  }
}
