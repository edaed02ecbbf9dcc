package org.orders.application.payment;

import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Payments in memory, one an order. */
public final class InMemoryPaymentRepository implements PaymentRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<PaymentId, Payment> payments;
  private final InMemoryTable<OrderId, PaymentId> byOrder;

  public InMemoryPaymentRepository(InMemoryDatabase database) {
    this.database = database;
    this.payments = database.table("payments");
    this.byOrder = database.table("paymentsByOrder");
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return payments.find(id);
  }

  @Override
  public Optional<Payment> findByOrder(OrderId order) {
    return byOrder.find(order).flatMap(payments::find);
  }

  @Override
  public void add(Payment payment) {
    database.run(
        () -> {
          if (!byOrder.putIfAbsent(payment.orderId(), payment.id())) {
            throw new ConcurrentChange();
          }
          payments.put(payment.id(), payment);
        });
  }

  @Override
  public void save(Payment payment) {
    database.run(
        () -> {
          boolean present =
              payments
                  .lock(payment.id())
                  .filter(it -> it.version() == payment.version())
                  .isPresent();
          if (!present) {
            throw new ConcurrentChange();
          }
          payments.put(payment.id(), counted(payment));
        });
  }

  private static Payment counted(Payment payment) {
    return new Payment(
        payment.id(),
        payment.orderId(),
        payment.amount(),
        payment.method(),
        payment.state(),
        payment.createdAt(),
        payment.updatedAt(),
        payment.version() + 1);
  }
}
