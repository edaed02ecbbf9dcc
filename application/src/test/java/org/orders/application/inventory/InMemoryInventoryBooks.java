package org.orders.application.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.application.fulfilment.InMemoryShipmentRepository;
import org.orders.application.inventory.Drift.Kind;
import org.orders.application.inventory.InMemoryStockRepository.Entry;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Pieces;

/** The books of stock in memory, compared product by product. */
public final class InMemoryInventoryBooks implements InventoryBooks {

  private final InMemoryTable<ProductId, Product> products;
  private final InMemoryTable<ProductId, Stock> stock;
  private final InMemoryTable<Long, Entry> ledger;
  private final InMemoryTable<OrderId, Order> orders;
  private final InMemoryTable<ProductId, AlertId> alerts;
  private final InMemoryShipmentRepository shipments;
  private final InMemoryTable<String, Check> checks;

  public InMemoryInventoryBooks(InMemoryDatabase database) {
    this.products = database.table("products");
    this.stock = database.table("stock");
    this.ledger = database.table("ledger");
    this.orders = database.table("orders");
    this.alerts = database.table("openAlerts");
    this.shipments = new InMemoryShipmentRepository(database);
    this.checks = database.table("inventoryChecks");
  }

  @Override
  public Comparison compare(int most) {
    Map<ProductId, Long> moved = new HashMap<>();
    List<Drift> drifts = new ArrayList<>();
    for (Entry entry : ledger.values()) {
      long running = moved.merge(entry.product(), entry.movement().quantity(), Long::sum);
      compare(drifts, entry.product(), Kind.BALANCE, running, entry.movement().balance());
    }
    Map<ProductId, Long> held = held();
    for (Stock it : stock.values()) {
      compare(
          drifts,
          it.product(),
          Kind.INVENTORY,
          moved.getOrDefault(it.product(), 0L),
          it.available());
      compare(
          drifts, it.product(), Kind.RESERVED, held.getOrDefault(it.product(), 0L), it.reserved());
      compareAlerts(drifts, it);
    }
    return new Comparison(
        drifts.stream()
            .sorted(Comparator.comparing(drift -> drift.product().value()))
            .limit(most)
            .toList(),
        drifts.size());
  }

  private Map<ProductId, Long> held() {
    Map<ProductId, Long> held = new HashMap<>();
    for (Order order : orders.values()) {
      switch (order.status()) {
        case PENDING, CONFIRMED, PROCESSING -> {
          Pieces unshipped =
              new Fulfilment(order.lines(), shipments.ofOrder(order.id())).unshipped();
          order
              .lines()
              .items()
              .forEach(
                  item -> held.merge(item.productId(), (long) unshipped.of(item.id()), Long::sum));
        }
        case SHIPPED, DELIVERED, CANCELLED -> {
          // Holds nothing.
        }
      }
    }
    return held;
  }

  private void compareAlerts(List<Drift> drifts, Stock it) {
    Product product = products.find(it.product()).orElseThrow();
    boolean low = product.isActive() && it.available() <= product.lowStockThreshold();
    long found = alerts.find(it.product()).isPresent() ? 1 : 0;
    long wanted = product.lowStockThreshold() > 0 ? 1 : found;
    compare(drifts, it.product(), Kind.ALERT, low ? wanted : 0, found);
  }

  private void compare(
      List<Drift> drifts, ProductId product, Kind kind, long expected, long actual) {
    if (expected != actual) {
      drifts.add(
          new Drift(product, products.find(product).orElseThrow().sku(), kind, expected, actual));
    }
  }

  @Override
  public Optional<Check> note(Check check) {
    Optional<Check> before = checks.lock("last");
    if (before.filter(last -> last.at().isAfter(check.at())).isEmpty()) {
      checks.put("last", check);
    }
    return before;
  }

  @Override
  public Optional<Check> last() {
    return checks.find("last");
  }
}
