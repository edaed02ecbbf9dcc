package org.orders.domain.payment;

import java.util.Optional;
import org.orders.domain.order.OrderId;

/** Where payments are kept. All methods take part in the caller's transaction. */
public interface PaymentRepository {

  Optional<Payment> find(PaymentId id);

  /** The one payment of the order, where there is one. */
  Optional<Payment> findByOrder(OrderId order);

  /** Adds the first payment of an order. */
  void add(Payment payment);

  /**
   * Replaces the payment, whose version is still the one that was read, and counts it on.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(Payment payment);
}
