package org.orders.adapter.persistence.inventory;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Copies;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Marks;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;

/**
 * Stock as it was when last seen, for showing only: what others sell is seen half a second later at
 * the latest, what this replica writes at once. Nobody announces stock, because whoever announces
 * waits for others who do.
 */
@ApplicationScoped
public class KnownStock {

  private static final Duration MOST = Duration.ofMillis(500);

  private final Copies<ProductId, Stock> copies;
  private final Marks marks = new Marks();
  private final long age;

  public KnownStock(
      @CacheName("stock") Cache cache,
      @ConfigProperty(name = "orders.cache.stock", defaultValue = "PT0.5S") Duration age) {
    if (age.isNegative() || age.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("orders.cache.stock is from PT0S to PT0.5S, not " + age);
    }
    this.copies = new Copies<>(cache);
    this.age = age.toNanos();
  }

  /** Looks for stock; what is missing is to be read after this. */
  public Look look(Collection<ProductId> ids) {
    return new Look(ids);
  }

  /** To be called when the writing of these changes took effect, or may have done so. */
  public void forget(StockStatement written) {
    for (StockChange change : written.changes()) {
      marks.change(change.product());
    }
  }

  /** Forgets what these changes are about when the present transaction ends. */
  public void forgetAfter(Database transaction, StockStatement written) {
    if (!written.isEmpty()) {
      transaction.afterTransaction(() -> forget(written));
    }
  }

  /** A look for the stock of some products: what is known, and what has to be read. */
  public final class Look {

    private final Map<ProductId, Stock> found = new HashMap<>();
    private final Map<ProductId, Long> missing = new HashMap<>();
    private final long began = System.nanoTime();

    private Look(Collection<ProductId> ids) {
      for (ProductId id : ids) {
        long mark = marks.of(id);
        @Nullable Stock known = age == 0 ? null : copies.find(id, mark, age);
        if (known == null) {
          missing.put(id, mark);
        } else {
          found.put(id, known);
        }
      }
    }

    public Map<ProductId, Stock> found() {
      return found;
    }

    public List<ProductId> missing() {
      return List.copyOf(missing.keySet());
    }

    /** Takes in stock that was missing and has been read. */
    public void learn(Stock stock) {
      found.put(stock.product(), stock);
      Long mark = missing.get(stock.product());
      if (mark != null) {
        copies.keep(stock.product(), stock, mark, began);
      }
    }
  }
}
