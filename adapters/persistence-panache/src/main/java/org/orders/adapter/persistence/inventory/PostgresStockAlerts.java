package org.orders.adapter.persistence.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.StockAlert;
import org.orders.application.inventory.StockAlert.Acknowledgement;
import org.orders.application.inventory.StockAlerts;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.Sku;

/** Alerts in a table, which a trigger on stock writes. */
@ApplicationScoped
public class PostgresStockAlerts implements StockAlerts {

  private static final String COLUMNS =
      "a.id, a.product_id, p.sku, s.available, p.low_stock_threshold, a.opened_at, a.closed_at,"
          + " a.acknowledged_at, a.actor_type, a.actor_id";
  private static final String SOURCE =
      "stock_alert a JOIN product p ON p.id = a.product_id JOIN stock s ON s.product_id = a.product_id";

  private static final KeysetList<StockAlert> NEWEST =
      new KeysetList<>(
          COLUMNS,
          SOURCE,
          "a.opened_at",
          "a.id",
          PostgresStockAlerts::read,
          alert -> new Keyset(alert.openedAt(), alert.id().value()));

  private final Database database;

  PostgresStockAlerts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StockAlert> find(AlertId id) {
    return find(id, "");
  }

  @Override
  public Optional<StockAlert> lock(AlertId id) {
    return find(id, " FOR NO KEY UPDATE OF a");
  }

  private Optional<StockAlert> find(AlertId id, String lock) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE a.id = ?" + lock,
                PostgresStockAlerts::read,
                id.value()));
  }

  @Override
  public Page<StockAlert> listOpen(PageRequest page) {
    Conditions conditions = new Conditions().and("a.closed_at IS NULL");
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }

  @Override
  public void acknowledge(AlertId id, Acknowledgement acknowledgement) {
    ActorColumns actor = ActorColumns.of(acknowledgement.actor());
    database.run(
        sql ->
            sql.update(
                """
                UPDATE stock_alert SET acknowledged_at = ?, actor_type = ?, actor_id = ?
                  WHERE id = ? AND acknowledged_at IS NULL
                """,
                acknowledgement.at(),
                actor.type(),
                actor.id(),
                id.value()));
  }

  @Override
  public Count count() {
    return database.run(
        sql ->
            sql.queryRow(
                """
                SELECT (SELECT count(*) FROM stock_alert WHERE closed_at IS NULL) AS alerts,
                       (SELECT count(*) FROM stock WHERE available <= low_at) AS products
                """,
                row -> new Count(row.number("alerts"), row.number("products"))));
  }

  private static StockAlert read(SqlRow row) throws SQLException {
    Instant acknowledgedAt = row.instantOrNull("acknowledged_at");
    return new StockAlert(
        new AlertId(row.uuid("id")),
        new ProductId(row.uuid("product_id")),
        new Sku(row.text("sku")),
        row.number("available"),
        row.integer("low_stock_threshold"),
        row.instant("opened_at"),
        acknowledgedAt == null ? null : new Acknowledgement(acknowledgedAt, ActorColumns.read(row)),
        row.instantOrNull("closed_at"));
  }
}
