package org.orders.domain.payment;

import java.util.List;
import java.util.Optional;

/** Where refunds are kept. All methods take part in the caller's transaction. */
public interface RefundRepository {

  Optional<Refund> find(RefundId id);

  /** The payment's refunds that are on their way. */
  List<Refund> findOpen(PaymentId payment);

  void add(Refund refund);

  /** Replaces the refund that has this id. */
  void save(Refund refund);
}
