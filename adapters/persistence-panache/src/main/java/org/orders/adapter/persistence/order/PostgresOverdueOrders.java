package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Database;
import org.orders.application.order.OverdueOrders;
import org.orders.domain.order.OrderId;

/** Finds overdue orders by an index that holds the waiting ones alone. */
@ApplicationScoped
public class PostgresOverdueOrders implements OverdueOrders {

  private final Database database;

  PostgresOverdueOrders(Database database) {
    this.database = database;
  }

  @Override
  public Optional<OrderId> lockNext(Instant now) {
    return database.run(
        sql ->
            sql.queryOne(
                """
                SELECT id FROM customer_order WHERE status = 'PENDING' AND expires_at <= ?
                  ORDER BY expires_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
                """,
                row -> new OrderId(row.uuid("id")),
                now));
  }
}
