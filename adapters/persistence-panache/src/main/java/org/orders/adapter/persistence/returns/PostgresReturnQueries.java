package org.orders.adapter.persistence.returns;

import jakarta.enterprise.context.ApplicationScoped;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.application.returns.ReturnFilter;
import org.orders.application.returns.ReturnQueries;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;

/** Lists of returns. */
@ApplicationScoped
public class PostgresReturnQueries implements ReturnQueries {

  private static final KeysetList<Return> NEWEST =
      new KeysetList<>(
          ReturnRow.COLUMNS,
          "order_return r",
          "r.created_at",
          "r.id",
          ReturnRow::read,
          goods -> new Keyset(goods.createdAt(), goods.id().value()));

  private final Database database;

  PostgresReturnQueries(Database database) {
    this.database = database;
  }

  @Override
  public Page<Return> list(ReturnFilter filter, PageRequest page) {
    OrderId order = filter.order();
    Conditions conditions =
        new Conditions()
            .andIfPresent("r.state = ?", filter.status())
            .andIfPresent("r.order_id = ?", order == null ? null : order.value());
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }
}
