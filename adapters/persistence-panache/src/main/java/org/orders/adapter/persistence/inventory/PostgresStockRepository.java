package org.orders.adapter.persistence.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.FunctionCall;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.NotFound;

/** Stock in rows of its own, changed only by one function that locks them in one order. */
@ApplicationScoped
public class PostgresStockRepository implements StockRepository {

  private final Database database;
  private final KnownStock known;

  PostgresStockRepository(Database database, KnownStock known) {
    this.database = database;
    this.known = known;
  }

  @Override
  public List<Stock> read(Collection<ProductId> products) {
    return database.run(
        sql ->
            sql.query(
                "SELECT product_id, available, reserved FROM stock WHERE product_id = ANY (?)",
                PostgresStockRepository::stock,
                SqlArray.ofUuids(List.copyOf(products), ProductId::value)));
  }

  @Override
  public Stock lock(ProductId product) {
    return database
        .run(
            sql ->
                sql.queryOne(
                    "SELECT product_id, available, reserved FROM stock WHERE product_id = ?"
                        + " FOR NO KEY UPDATE",
                    PostgresStockRepository::stock,
                    product.value()))
        .orElseThrow(() -> new NotFound("product"));
  }

  @Override
  public List<Stock> lockAll(Collection<ProductId> products) {
    return database.run(
        sql ->
            sql.query(
                "SELECT product_id, available, reserved FROM stock WHERE product_id = ANY (?)"
                    + " ORDER BY product_id FOR NO KEY UPDATE",
                PostgresStockRepository::stock,
                SqlArray.ofUuids(List.copyOf(products), ProductId::value)));
  }

  @Override
  public void apply(Collection<StockChange> changes, Cause cause) {
    StockStatement statement = StockStatement.of(changes);
    if (statement.isEmpty()) {
      return;
    }
    known.forgetAfter(database, statement);
    ActorColumns actor = ActorColumns.of(cause.actor());
    OrderId order = cause.order();
    FunctionCall call =
        new FunctionCall("apply_stock")
            .with("p_products", statement.products())
            .with("p_available", statement.available())
            .with("p_reserved", statement.reserved())
            .with("p_reason", cause.reason())
            .with("p_order", order == null ? null : order.value())
            .with("p_actor_type", actor.type())
            .with("p_actor_id", actor.id())
            .with("p_at", cause.at());
    List<Shortage> shortages = database.run(sql -> call.on(sql, statement::shortages));
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
  }

  private static Stock stock(SqlRow row) throws SQLException {
    return new Stock(
        new ProductId(row.uuid("product_id")), row.number("available"), row.number("reserved"));
  }
}
