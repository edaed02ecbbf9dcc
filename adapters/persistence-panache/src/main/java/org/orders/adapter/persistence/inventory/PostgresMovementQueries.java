package org.orders.adapter.persistence.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.inventory.Movement;
import org.orders.application.inventory.MovementQueries;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.order.OrderId;

/** The stock ledger, which within a product is ordered by the number of the movement. */
@ApplicationScoped
public class PostgresMovementQueries implements MovementQueries {

  private final Database database;

  PostgresMovementQueries(Database database) {
    this.database = database;
  }

  private record Numbered(long seq, Movement movement) {}

  @Override
  public Page<Movement> list(ProductId product, PageRequest page) {
    long before = page.after() == null ? Long.MAX_VALUE : number(page.after());
    return database.run(
        sql -> {
          @Nullable Long total =
              page.count()
                  ? sql.queryRow(
                      "SELECT count(*) AS total FROM stock_movement WHERE product_id = ?",
                      row -> row.number("total"),
                      product.value())
                  : null;
          List<Numbered> found =
              sql.query(
                  """
                  SELECT seq, at, quantity, balance, reason, order_id, actor_type, actor_id
                    FROM stock_movement WHERE product_id = ? AND seq < ?
                    ORDER BY seq DESC LIMIT ?
                  """,
                  PostgresMovementQueries::read,
                  product.value(),
                  before,
                  page.limit() + 1);
          boolean more = found.size() > page.limit();
          List<Numbered> items = more ? found.subList(0, page.limit()) : found;
          return new Page<>(
              items.stream().map(Numbered::movement).toList(),
              more ? new Position(Long.toString(items.getLast().seq())) : null,
              total);
        });
  }

  private static long number(Position position) {
    if (!position.value().matches("[0-9]{1,18}")) {
      throw Keyset.broken();
    }
    return Long.parseLong(position.value());
  }

  private static Numbered read(SqlRow row) throws SQLException {
    @Nullable UUID order = row.uuidOrNull("order_id");
    return new Numbered(
        row.number("seq"),
        new Movement(
            row.instant("at"),
            row.number("quantity"),
            row.text("reason"),
            order == null ? null : new OrderId(order),
            ActorColumns.read(row),
            row.number("balance")));
  }
}
