package org.orders.application.payment;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.payment.Payment;

/** The read side of payments. */
public interface PaymentQueries {

  /** Payments, newest first. */
  Page<Payment> list(PaymentFilter filter, PageRequest page);
}
