package org.orders.application.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnEvent;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Returns in memory. */
public final class InMemoryReturnRepository implements ReturnRepository, ReturnQueries {

  private final InMemoryDatabase database;
  private final InMemoryTable<ReturnId, Return> returns;
  private final InMemoryTable<ReturnId, List<ReturnEvent>> outbox;

  public InMemoryReturnRepository(InMemoryDatabase database) {
    this.database = database;
    this.returns = database.table("returns");
    this.outbox = database.table("returnEvents");
  }

  @Override
  public Optional<Return> find(ReturnId id) {
    return returns.find(id);
  }

  @Override
  public List<Return> ofOrder(OrderId order) {
    return returns.values().stream().filter(it -> it.orderId().equals(order)).toList();
  }

  @Override
  public Page<Return> list(ReturnFilter filter, PageRequest page) {
    return InMemoryList.page(
        returns.values().stream()
            .filter(it -> filter.status() == null || filter.status() == it.status())
            .filter(it -> filter.order() == null || filter.order().equals(it.orderId())),
        it -> new Place(it.createdAt(), it.id().value().toString()),
        page);
  }

  /** What was written to the outbox about the return. */
  public List<ReturnEvent> events(ReturnId goods) {
    return outbox.find(goods).orElse(List.of());
  }

  @Override
  public void add(ReturnDecision decision) {
    database.run(
        () -> {
          returns.put(decision.goods().id(), decision.goods());
          announce(decision);
        });
  }

  @Override
  public void save(ReturnDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Return goods = decision.goods();
    database.run(
        () -> {
          boolean present =
              returns.lock(goods.id()).filter(it -> it.version() == goods.version()).isPresent();
          if (!present) {
            throw new ConcurrentChange();
          }
          returns.put(goods.id(), counted(goods));
          announce(decision);
        });
  }

  private void announce(ReturnDecision decision) {
    List<ReturnEvent> events = new ArrayList<>(events(decision.goods().id()));
    events.addAll(decision.events());
    outbox.put(decision.goods().id(), List.copyOf(events));
  }

  private static Return counted(Return goods) {
    return new Return(
        goods.id(),
        goods.orderId(),
        goods.pieces(),
        goods.price(),
        goods.reason(),
        goods.state(),
        goods.createdAt(),
        goods.updatedAt(),
        goods.version() + 1);
  }
}
