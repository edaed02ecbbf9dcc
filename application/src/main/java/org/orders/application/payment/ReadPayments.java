package org.orders.application.payment;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundId;

/** Looks payments up. */
public interface ReadPayments {

  /**
   * One payment.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  Payment read(Actor actor, PaymentId id);

  /**
   * One refund of a payment.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  Refund readRefund(Actor actor, PaymentId payment, RefundId refund);

  /** Payments, newest first. Only for staff; adapters check the role. */
  Page<Payment> list(PaymentFilter filter, PageRequest page);
}
