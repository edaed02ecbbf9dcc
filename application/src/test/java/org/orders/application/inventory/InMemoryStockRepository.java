package org.orders.application.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.shared.NotFound;

/** Stock and its ledger in memory. */
public final class InMemoryStockRepository implements StockRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<ProductId, Stock> stock;
  private final InMemoryTable<Long, Entry> ledger;
  private final InMemoryStockAlerts alerts;

  /** A line of the ledger with the product whose ledger it is. */
  record Entry(long number, ProductId product, Movement movement) {}

  public InMemoryStockRepository(InMemoryDatabase database) {
    this.database = database;
    this.stock = database.table("stock");
    this.ledger = database.table("ledger");
    this.alerts = new InMemoryStockAlerts(database);
  }

  @Override
  public List<Stock> read(Collection<ProductId> products) {
    return products.stream().distinct().flatMap(id -> stock.find(id).stream()).toList();
  }

  @Override
  public Stock lock(ProductId product) {
    return stock.lock(product).orElseThrow(() -> new NotFound("product"));
  }

  @Override
  public void apply(Collection<StockChange> changes, Cause cause) {
    Collection<StockChange> merged = mergeByProduct(changes);
    database.run(
        () -> {
          List<Shortage> shortages = lockAndFindShortages(merged);
          if (!shortages.isEmpty()) {
            throw new InsufficientStock(shortages);
          }
          merged.forEach(
              change -> {
                Stock before = stock.lock(change.product()).orElseThrow();
                alerts.stockChanged(before, apply(before, change, cause), cause.at());
              });
        });
  }

  /** Begins the stock of a new product. */
  public void open(StockChange opening, Cause cause) {
    Stock none = new Stock(opening.product(), 0, 0);
    alerts.stockOpened(apply(none, opening, cause), cause.at());
  }

  private static Collection<StockChange> mergeByProduct(Collection<StockChange> changes) {
    Map<ProductId, StockChange> merged = new LinkedHashMap<>();
    for (StockChange change : changes) {
      merged.merge(
          change.product(),
          change,
          (one, other) ->
              new StockChange(
                  one.product(),
                  one.available() + other.available(),
                  one.reserved() + other.reserved()));
    }
    return merged.values();
  }

  private List<Shortage> lockAndFindShortages(Collection<StockChange> changes) {
    List<Shortage> shortages = new ArrayList<>();
    changes.stream()
        .sorted(Comparator.comparing(change -> change.product().value()))
        .forEach(
            change -> {
              long there = stock.lock(change.product()).map(Stock::available).orElse(0L);
              if (change.available() < 0 && there + change.available() < 0) {
                shortages.add(new Shortage(change.product(), -change.available(), there));
              }
            });
    return shortages;
  }

  private Stock apply(Stock before, StockChange change, Cause cause) {
    Stock after = before.apply(change);
    if (after.reserved() < 0) {
      throw new IllegalStateException("more is given back than was reserved");
    }
    stock.put(change.product(), after);
    if (change.available() != 0) {
      Entry entry = entry(change, after, cause);
      ledger.put(entry.number(), entry);
    }
    return after;
  }

  private Entry entry(StockChange change, Stock after, Cause cause) {
    return new Entry(
        database.next("ledger"),
        change.product(),
        new Movement(
            cause.at(),
            change.available(),
            cause.reason(),
            cause.order(),
            cause.actor(),
            after.available()));
  }
}
