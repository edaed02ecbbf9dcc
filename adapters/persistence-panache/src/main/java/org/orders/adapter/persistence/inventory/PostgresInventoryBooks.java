package org.orders.adapter.persistence.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.inventory.Drift;
import org.orders.application.inventory.InventoryBooks;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.Sku;

/** The books of stock, compared by one statement over the view that says what a drift is. */
@ApplicationScoped
public class PostgresInventoryBooks implements InventoryBooks {

  private final Database database;
  private final Duration limit;

  PostgresInventoryBooks(
      Database database,
      @ConfigProperty(name = "orders.reconcile.limit", defaultValue = "60s") Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  private record Counted(Drift drift, long total) {}

  @Override
  public Comparison compare(int most) {
    List<Counted> found =
        database.survey(
            limit,
            sql ->
                sql.query(
                    """
                    SELECT d.product_id, coalesce(p.sku, d.product_id::text) AS sku, d.kind, d.expected,
                           d.actual, count(*) OVER () AS total
                      FROM inventory_drift d LEFT JOIN product p ON p.id = d.product_id
                      ORDER BY d.product_id, d.kind LIMIT ?
                    """,
                    row -> new Counted(read(row), row.number("total")),
                    most));
    return new Comparison(
        found.stream().map(Counted::drift).toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }

  @Override
  public Optional<Check> note(Check check) {
    return database.run(
        sql -> {
          int first =
              sql.update(
                  "INSERT INTO inventory_check (checked_at, drifts) VALUES (?, ?)"
                      + " ON CONFLICT (one) DO NOTHING",
                  check.at(),
                  check.drifts());
          if (first == 1) {
            return Optional.empty();
          }
          Optional<Check> before =
              sql.queryOne(
                  "SELECT checked_at, drifts FROM inventory_check FOR NO KEY UPDATE",
                  PostgresInventoryBooks::check);
          sql.update(
              "UPDATE inventory_check SET checked_at = ?, drifts = ? WHERE checked_at <= ?",
              check.at(),
              check.drifts(),
              check.at());
          return before;
        });
  }

  @Override
  public Optional<Check> last() {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT checked_at, drifts FROM inventory_check", PostgresInventoryBooks::check));
  }

  private static Check check(SqlRow row) throws SQLException {
    return new Check(row.instant("checked_at"), row.number("drifts"));
  }

  private static Drift read(SqlRow row) throws SQLException {
    return new Drift(
        new ProductId(row.uuid("product_id")),
        new Sku(row.text("sku")),
        Drift.Kind.valueOf(row.text("kind")),
        row.number("expected"),
        row.number("actual"));
  }
}
