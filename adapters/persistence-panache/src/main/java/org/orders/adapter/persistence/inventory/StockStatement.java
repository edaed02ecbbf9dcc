package org.orders.adapter.persistence.inventory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.StockChange;

/** Changes of stock as arguments of the functions that apply them, each product once. */
public record StockStatement(List<StockChange> changes) {

  public static StockStatement of(Collection<StockChange> changes) {
    Map<ProductId, StockChange> merged = new LinkedHashMap<>();
    for (StockChange change : changes) {
      merged.merge(
          change.product(),
          change,
          (one, other) ->
              new StockChange(
                  one.product(),
                  Math.addExact(one.available(), other.available()),
                  Math.addExact(one.reserved(), other.reserved())));
    }
    return new StockStatement(merged.values().stream().filter(change -> !change.isNone()).toList());
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public SqlArray products() {
    return SqlArray.ofUuids(changes, change -> change.product().value());
  }

  public SqlArray available() {
    return SqlArray.ofLongs(changes, StockChange::available);
  }

  public SqlArray reserved() {
    return SqlArray.ofLongs(changes, StockChange::reserved);
  }

  /** The shortages that a function answered; none where all could be had. */
  public List<Shortage> shortages(SqlRow row) throws SQLException {
    List<UUID> products = row.list("short_products", UUID.class);
    List<Long> available = row.list("short_available", Long.class);
    Map<ProductId, Long> pieces = new LinkedHashMap<>();
    for (int index = 0; index < products.size(); index++) {
      pieces.put(new ProductId(products.get(index)), available.get(index));
    }
    return shortages(pieces);
  }

  /**
   * The shortages, in the order of the changes.
   *
   * @param available the pieces there are of each product that is short
   */
  public List<Shortage> shortages(Map<ProductId, Long> available) {
    List<Shortage> shortages = new ArrayList<>();
    for (StockChange change : changes) {
      Long pieces = available.get(change.product());
      if (pieces != null) {
        shortages.add(new Shortage(change.product(), -change.available(), pieces));
      }
    }
    return shortages;
  }
}
