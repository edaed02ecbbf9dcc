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

  @Override
  public List<Drift> compare(int most) {
    return database.survey(
        limit,
        sql ->
            sql.query(
                """
                SELECT d.product_id, coalesce(p.sku, d.product_id::text) AS sku, d.kind, d.expected, d.actual
                  FROM inventory_drift d LEFT JOIN product p ON p.id = d.product_id
                  ORDER BY d.product_id, d.kind LIMIT ?
                """,
                PostgresInventoryBooks::read,
                most));
  }

  @Override
  public void note(Check check) {
    database.run(
        sql ->
            sql.update(
                """
                INSERT INTO inventory_check (checked_at, drifts) VALUES (?, ?)
                  ON CONFLICT (one) DO UPDATE
                  SET checked_at = excluded.checked_at, drifts = excluded.drifts
                """,
                check.at(),
                check.drifts()));
  }

  @Override
  public Optional<Check> last() {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT checked_at, drifts FROM inventory_check",
                row -> new Check(row.instant("checked_at"), row.number("drifts"))));
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
