package org.orders.application.order;

import java.util.List;
import java.util.Optional;
import org.orders.application.fulfilment.InMemoryShipmentRepository;
import org.orders.application.order.OrderView.Note;
import org.orders.application.payment.InMemoryPaymentRepository;
import org.orders.application.returns.InMemoryReturnRepository;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Reference;

/** Orders with their payments, read from memory. */
public final class InMemoryOrderQueries implements OrderQueries {

  private final InMemoryTable<OrderId, Order> orders;
  private final InMemoryTable<OrderId, List<OrderEvent>> history;
  private final InMemoryPaymentRepository payments;
  private final InMemoryShipmentRepository shipments;
  private final InMemoryReturnRepository returns;

  public InMemoryOrderQueries(
      InMemoryDatabase database,
      InMemoryPaymentRepository payments,
      InMemoryShipmentRepository shipments,
      InMemoryReturnRepository returns) {
    this.orders = database.table("orders");
    this.history = database.table("history");
    this.payments = payments;
    this.shipments = shipments;
    this.returns = returns;
  }

  @Override
  public Optional<OrderView> find(OrderId id) {
    return orders.find(id).map(order -> view(order, notes(id)));
  }

  @Override
  public Page<OrderView> list(OrderFilter filter, PageRequest page) {
    return InMemoryList.page(
            orders.values().stream().filter(order -> matches(order, filter)),
            order -> new Place(order.placedAt(), order.id().value().toString()),
            page)
        .map(order -> view(order, List.of()));
  }

  @Override
  public Page<OrderView> listForFile(OrderFilter filter, PageRequest page) {
    Page<OrderView> whole = list(filter, page);
    int orders = 0;
    int lines = 0;
    for (OrderView view : whole.items()) {
      lines += view.order().lines().items().size();
      if (orders > 0 && lines > MOST_LINES) {
        return list(filter, new PageRequest(orders, page.after(), page.count()));
      }
      orders++;
    }
    return whole;
  }

  @Override
  public List<OrderEvent> history(OrderId id) {
    return history.find(id).orElse(List.of());
  }

  private OrderView view(Order order, List<Note> notes) {
    return new OrderView(
        order, payments.findByOrder(order.id()).orElse(null), notes, progress(order));
  }

  private OrderProgress progress(Order order) {
    return OrderProgress.isPossible(order.status())
        ? OrderProgress.of(
            new Fulfilment(order.lines(), shipments.ofOrder(order.id())),
            returns.ofOrder(order.id()))
        : OrderProgress.NONE;
  }

  private List<Note> notes(OrderId id) {
    return history(id).stream()
        .filter(OrderEvent.Noted.class::isInstance)
        .map(OrderEvent.Noted.class::cast)
        .map(noted -> new Note(noted.at(), noted.actor(), noted.note()))
        .toList();
  }

  private static boolean matches(Order order, OrderFilter filter) {
    return (filter.status() == null || filter.status() == order.status())
        && (filter.customer() == null || filter.customer().equals(order.customerId()))
        && (filter.from() == null || !order.placedAt().isBefore(filter.from()))
        && (filter.to() == null || order.placedAt().isBefore(filter.to()))
        && (filter.query() == null || found(order, InMemoryList.fold(filter.query())));
  }

  private static boolean found(Order order, String query) {
    Reference reference = order.reference();
    return InMemoryList.fold(order.number().value()).startsWith(query)
        || (reference != null && InMemoryList.fold(reference.value()).startsWith(query))
        || order.id().value().toString().equals(query)
        || order.contact().email().key().equals(query)
        || InMemoryList.holds(query, order.contact().name().value());
  }
}
