package org.orders.domain.payment;

import java.util.Optional;
import org.orders.domain.order.OrderId;

/** Where payments are kept. All methods take part in the caller's transaction. */
public interface PaymentRepository {

  Optional<Payment> find(PaymentId id);

  /** The one payment of the order, where there is one. */
  Optional<Payment> findByOrder(OrderId order);

  /** The payment that the attempt, its latest or an earlier one, belongs to. */
  Optional<Payment> findByAttempt(AttemptId attempt);

  /** The payment that the gateway knows by this name, where it is one of ours. */
  Optional<Payment> findByReference(String gateway, GatewayReference reference);

  /** Adds the first payment of an order, with what happened for the outbox. */
  void add(PaymentDecision decision);

  /**
   * Replaces the payment, whose version is still the one that was read, and counts it on; adds or
   * replaces the decision's attempts, and writes what happened to the outbox. A decision that
   * changes nothing writes nothing.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(PaymentDecision decision);
}
