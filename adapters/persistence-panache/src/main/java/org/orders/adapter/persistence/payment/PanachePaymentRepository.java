package org.orders.adapter.persistence.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Rows;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Payments as Panache entities. */
@ApplicationScoped
public class PanachePaymentRepository implements PaymentRepository {

  private static final String ONE_PAYMENT_AN_ORDER = "payment_of_order";

  @Override
  public Optional<Payment> find(PaymentId id) {
    return Rows.find(PaymentRow.class, id.value()).map(PaymentRow::toPayment);
  }

  @Override
  public Optional<Payment> findByOrder(OrderId order) {
    return PaymentRow.<PaymentRow>find("orderId", order.value())
        .firstResultOptional()
        .map(PaymentRow::toPayment);
  }

  @Override
  public void add(Payment payment) {
    PaymentRow.of(payment).persist();
    Rows.flush(PaymentRow.class, ONE_PAYMENT_AN_ORDER, new ConcurrentChange());
  }

  @Override
  public void save(Payment payment) {
    Rows.present(
            Rows.find(PaymentRow.class, payment.id().value()),
            found -> found.version == payment.version())
        .take(payment);
    Rows.flush(PaymentRow.class, ONE_PAYMENT_AN_ORDER, new ConcurrentChange());
  }
}
