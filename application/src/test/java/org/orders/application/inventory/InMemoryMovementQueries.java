package org.orders.application.inventory;

import org.orders.application.inventory.InMemoryStockRepository.Entry;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** The stock ledger, read from memory. */
public final class InMemoryMovementQueries implements MovementQueries {

  private final InMemoryTable<Long, Entry> ledger;

  public InMemoryMovementQueries(InMemoryDatabase database) {
    this.ledger = database.table("ledger");
  }

  @Override
  public Page<Movement> list(ProductId product, PageRequest page) {
    return InMemoryList.page(
            ledger.values().stream().filter(entry -> entry.product().equals(product)),
            entry -> new Place(entry.movement().at(), "%019d".formatted(entry.number())),
            page)
        .map(Entry::movement);
  }
}
