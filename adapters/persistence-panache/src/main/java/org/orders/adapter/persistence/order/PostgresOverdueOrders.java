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
  public Optional<OrderId> lockNext(Instant notPaidBy, Instant evenInProgress) {
    return database.run(
        sql ->
            sql.queryOne(
                """
                SELECT o.id FROM customer_order o
                  WHERE o.status = 'PENDING' AND o.expires_at <= ?
                    AND (o.expires_at <= ? OR NOT EXISTS (
                      SELECT 1 FROM payment p WHERE p.order_id = o.id AND p.status = 'PENDING'))
                  ORDER BY o.expires_at LIMIT 1 FOR NO KEY UPDATE OF o SKIP LOCKED
                """,
                row -> new OrderId(row.uuid("id")),
                notPaidBy,
                evenInProgress));
  }
}
