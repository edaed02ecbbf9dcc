package org.orders.application.inventory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.application.inventory.StockAlert.Acknowledgement;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;

/** Alerts in memory, opened and closed by whoever keeps stock in memory. */
public final class InMemoryStockAlerts implements StockAlerts {

  private final InMemoryDatabase database;
  private final InMemoryTable<AlertId, Row> alerts;
  private final InMemoryTable<ProductId, AlertId> open;
  private final InMemoryTable<ProductId, Product> products;
  private final InMemoryTable<ProductId, Stock> stock;

  record Row(
      AlertId id,
      ProductId product,
      Instant openedAt,
      @Nullable Acknowledgement acknowledgement,
      @Nullable Instant closedAt) {}

  public InMemoryStockAlerts(InMemoryDatabase database) {
    this.database = database;
    this.alerts = database.table("alerts");
    this.open = database.table("openAlerts");
    this.products = database.table("products");
    this.stock = database.table("stock");
  }

  /** Notes stock that was just added. */
  void stockOpened(Stock added, Instant at) {
    long level = level(added.product());
    if (added.available() <= level && level > 0) {
      lookLast(added.product(), at);
    }
  }

  /** Notes stock that was just changed. */
  void stockChanged(Stock before, Stock after, Instant at) {
    long level = level(after.product());
    if (before.available() <= level != after.available() <= level) {
      lookLast(after.product(), at);
    }
  }

  /** Notes the stock of a product that was just saved. */
  public void productChanged(Product before, Product after, Instant at) {
    if (level(before) != level(after)) {
      lookLast(after.id(), at);
    }
  }

  /** Pieces and threshold may both change until the transaction ends. */
  private void lookLast(ProductId product, Instant at) {
    database.beforeCommit(() -> look(product, at));
  }

  private void look(ProductId product, Instant at) {
    if (stock.lock(product).orElseThrow().available() <= level(product)) {
      raise(product, at);
    } else {
      open.lock(product).ifPresent(id -> close(id, product, at));
    }
  }

  private void close(AlertId id, ProductId product, Instant at) {
    Row row = alerts.lock(id).orElseThrow();
    alerts.put(id, new Row(id, product, row.openedAt(), row.acknowledgement(), at));
    open.remove(product);
  }

  private void raise(ProductId product, Instant at) {
    long number = database.next("alerts");
    AlertId id = new AlertId(new UUID(number << 16 | 0x7000, 1L << 63 | number));
    if (open.putIfAbsent(product, id)) {
      alerts.put(id, new Row(id, product, at, null, null));
    }
  }

  private long level(ProductId product) {
    return products.find(product).map(InMemoryStockAlerts::level).orElse(-1L);
  }

  private static long level(Product product) {
    return product.isActive() ? product.lowStockThreshold() : -1;
  }

  @Override
  public Optional<StockAlert> find(AlertId id) {
    return alerts.find(id).map(this::alert);
  }

  @Override
  public Optional<StockAlert> lock(AlertId id) {
    return alerts.lock(id).map(this::alert);
  }

  @Override
  public Page<StockAlert> listOpen(PageRequest page) {
    return InMemoryList.page(
        alerts.values().stream().filter(row -> row.closedAt() == null).map(this::alert),
        alert -> new Place(alert.openedAt(), alert.id().value().toString()),
        page);
  }

  @Override
  public void acknowledge(AlertId id, Acknowledgement acknowledgement) {
    Row row = alerts.lock(id).orElseThrow();
    if (row.acknowledgement() == null) {
      alerts.put(id, new Row(id, row.product(), row.openedAt(), acknowledgement, row.closedAt()));
    }
  }

  @Override
  public Count count() {
    return new Count(
        open.values().size(),
        stock.values().stream().filter(it -> it.available() <= level(it.product())).count());
  }

  private StockAlert alert(Row row) {
    Product product = products.find(row.product()).orElseThrow();
    return new StockAlert(
        row.id(),
        row.product(),
        product.sku(),
        stock.find(row.product()).orElseThrow().available(),
        product.lowStockThreshold(),
        row.openedAt(),
        row.acknowledgement(),
        row.closedAt());
  }
}
