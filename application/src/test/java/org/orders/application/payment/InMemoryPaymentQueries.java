package org.orders.application.payment;

import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;

/** Payments, read from memory. */
public final class InMemoryPaymentQueries implements PaymentQueries {

  private final InMemoryTable<PaymentId, Payment> payments;

  public InMemoryPaymentQueries(InMemoryDatabase database) {
    this.payments = database.table("payments");
  }

  @Override
  public Page<Payment> list(PaymentFilter filter, PageRequest page) {
    return InMemoryList.page(
        payments.values().stream().filter(payment -> matches(payment, filter)),
        payment -> new Place(payment.createdAt(), payment.id().value().toString()),
        page);
  }

  private static boolean matches(Payment payment, PaymentFilter filter) {
    return (filter.status() == null || filter.status() == payment.status())
        && (filter.order() == null || filter.order().equals(payment.orderId()));
  }
}
