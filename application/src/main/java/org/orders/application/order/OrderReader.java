package org.orders.application.order;

import java.time.InstantSource;
import java.util.List;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.NotFound;

/** Reads orders as far as the actor may see them. */
final class OrderReader implements ReadOrders {

  private final OrderQueries queries;
  private final CustomerRepository customers;
  private final UnitOfWork work;
  private final InstantSource clock;

  OrderReader(
      OrderQueries queries, CustomerRepository customers, UnitOfWork work, InstantSource clock) {
    this.queries = queries;
    this.customers = customers;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public OrderView read(Actor actor, OrderId id) {
    return queries
        .find(id)
        .filter(view -> view.order().isOpenTo(actor, clock.instant()))
        .orElseThrow(OrderAccess::none);
  }

  @Override
  public List<OrderEvent> history(Actor actor, OrderId id) {
    read(actor, id);
    return queries.history(id).stream().filter(event -> mayRead(actor, event)).toList();
  }

  @Override
  public Page<OrderView> ofCustomer(
      Actor actor, CustomerId customer, OrderFilter filter, PageRequest page) {
    requireOpen(actor, customer);
    return queries.list(filter.of(customer), page);
  }

  @Override
  public Page<OrderView> list(OrderFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }

  @Override
  public Page<OrderView> listForFile(OrderFilter filter, PageRequest page) {
    return queries.listForFile(filter, page);
  }

  private void requireOpen(Actor actor, CustomerId id) {
    boolean open = work.run(() -> customers.find(id)).filter(it -> it.isOpenTo(actor)).isPresent();
    if (!open) {
      throw new NotFound("customer");
    }
  }

  private static boolean mayRead(Actor actor, OrderEvent event) {
    return actor instanceof Actor.Administrator || !(event instanceof OrderEvent.Noted);
  }
}
