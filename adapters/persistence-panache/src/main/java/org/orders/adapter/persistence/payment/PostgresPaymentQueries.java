package org.orders.adapter.persistence.payment;

import jakarta.enterprise.context.ApplicationScoped;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.payment.PaymentQueries;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Payment;

/** Lists of payments. */
@ApplicationScoped
public class PostgresPaymentQueries implements PaymentQueries {

  private static final KeysetList<Payment> NEWEST =
      new KeysetList<>(
          PaymentRow.COLUMNS,
          "payment p" + PaymentRow.WITH_ATTEMPT,
          "p.created_at",
          "p.id",
          PaymentRow::read,
          payment -> new Keyset(payment.createdAt(), payment.id().value()));

  private final Database database;

  PostgresPaymentQueries(Database database) {
    this.database = database;
  }

  @Override
  public Page<Payment> list(PaymentFilter filter, PageRequest page) {
    OrderId order = filter.order();
    Conditions conditions =
        new Conditions()
            .andIfPresent("p.status = ?", filter.status())
            .andIfPresent("p.order_id = ?", order == null ? null : order.value());
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }
}
