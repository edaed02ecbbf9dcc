package org.orders.adapter.persistence.customer;

import jakarta.enterprise.context.ApplicationScoped;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.customer.CustomerQueries;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.customer.Customer;

/** Lists of customers. */
@ApplicationScoped
public class PostgresCustomerQueries implements CustomerQueries {

  private static final KeysetList<Customer> NEWEST =
      new KeysetList<>(
          CustomerRow.COLUMNS,
          "customer c",
          "c.created_at",
          "c.id",
          CustomerRow::read,
          customer -> new Keyset(customer.createdAt(), customer.id().value()));

  private final Database database;

  PostgresCustomerQueries(Database database) {
    this.database = database;
  }

  @Override
  public Page<Customer> list(CustomerFilter filter, PageRequest page) {
    Conditions conditions = new Conditions().andIfPresent("c.status = ?", filter.status());
    if (filter.query() != null) {
      SearchText search = new SearchText(filter.query());
      if (!search.canMatch()) {
        return KeysetList.nothing(page);
      }
      String part = search.contained();
      conditions.and(
          "c.name ILIKE ? OR c.email ILIKE ? OR c.phone LIKE ? OR c.id::text = lower(?)",
          part,
          part,
          part,
          search.value());
    }
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }
}
