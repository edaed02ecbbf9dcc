package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.payment.PaymentRow;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.OrderProgress;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderView;
import org.orders.application.order.OrderView.Note;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.payment.Payment;
import org.orders.domain.shared.Reason;

/**
 * Orders with their payments: one statement for the orders and one for all their lines; where some
 * are being fulfilled, one for all their shipments and one for all their returns.
 */
@ApplicationScoped
public class PostgresOrderQueries implements OrderQueries {

  private static final String COLUMNS = OrderRow.COLUMNS + ", " + PaymentRow.COLUMNS;
  private static final String SOURCE =
      "customer_order o LEFT JOIN payment p ON p.order_id = o.id" + PaymentRow.WITH_ATTEMPT;

  private record Found(OrderRow order, @Nullable Payment payment) {

    static Found read(SqlRow row) throws SQLException {
      return new Found(OrderRow.read(row), PaymentRow.readIfPresent(row));
    }

    OrderView view(OrderLines lines, List<Note> notes, ProgressOfOrders progress) {
      Order whole = order.with(lines);
      return new OrderView(whole, payment, notes, progress.of(whole));
    }

    OrderView viewForFile(OrderLines lines) {
      return new OrderView(order.with(lines), payment, List.of(), OrderProgress.NONE);
    }
  }

  private static final KeysetList<Found> NEWEST =
      new KeysetList<>(
          COLUMNS,
          SOURCE,
          "o.placed_at",
          "o.id",
          Found::read,
          found -> new Keyset(found.order().placedAt(), found.order().id().value()));

  private final Database database;

  PostgresOrderQueries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<OrderView> find(OrderId id) {
    return database.run(
        sql -> {
          Optional<Found> found =
              sql.queryOne(
                  "SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE o.id = ?",
                  Found::read,
                  id.value());
          if (found.isEmpty()) {
            return Optional.empty();
          }
          OrderLines lines = OrderLineRow.ofOrders(sql, List.of(id)).get(id);
          ProgressOfOrders progress = ProgressOfOrders.read(sql, List.of(found.get().order()));
          return lines == null
              ? Optional.empty()
              : Optional.of(found.get().view(lines, notes(sql, id), progress));
        });
  }

  @Override
  public Page<OrderView> list(OrderFilter filter, PageRequest page) {
    return page(
        filter,
        page,
        (sql, found) -> {
          List<OrderRow> orders = found.items().stream().map(Found::order).toList();
          Map<OrderId, OrderLines> lines = lines(sql, found);
          ProgressOfOrders progress = ProgressOfOrders.read(sql, orders);
          return views(found, lines, (item, ofOrder) -> item.view(ofOrder, List.of(), progress));
        });
  }

  @Override
  public Page<OrderView> listForFile(OrderFilter filter, PageRequest page) {
    return page(
        filter,
        page,
        (sql, found) -> {
          Page<Found> few = withFewLines(sql, found);
          return views(few, lines(sql, few), Found::viewForFile);
        });
  }

  /** What becomes of the orders that were found for a page. */
  private interface Completion {
    Page<OrderView> complete(Sql sql, Page<Found> found) throws SQLException;
  }

  private Page<OrderView> page(OrderFilter filter, PageRequest page, Completion completion) {
    CustomerId customer = filter.customer();
    Conditions conditions =
        new Conditions()
            .andIfPresent("o.status = ?", filter.status())
            .andIfPresent("o.customer_id = ?", customer == null ? null : customer.value())
            .andIfPresent("o.placed_at >= ?", filter.from())
            .andIfPresent("o.placed_at < ?", filter.to());
    @Nullable OrderSearch search = filter.query() == null ? null : new OrderSearch(filter.query());
    if (search != null && !search.canMatch()) {
      return KeysetList.nothing(page);
    }
    return database.run(
        sql -> {
          if (search != null) {
            search.addTo(conditions, sql);
          }
          return completion.complete(sql, NEWEST.page(sql, conditions, page));
        });
  }

  private static Map<OrderId, OrderLines> lines(Sql sql, Page<Found> found) throws SQLException {
    return OrderLineRow.ofOrders(sql, ids(found));
  }

  private static List<OrderId> ids(Page<Found> found) {
    return found.items().stream().map(item -> item.order().id()).toList();
  }

  private static Page<OrderView> views(
      Page<Found> found,
      Map<OrderId, OrderLines> lines,
      BiFunction<Found, OrderLines, OrderView> view) {
    List<OrderView> views = new ArrayList<>();
    for (Found item : found.items()) {
      OrderLines ofOrder = lines.get(item.order().id());
      if (ofOrder != null) {
        views.add(view.apply(item, ofOrder));
      }
    }
    return new Page<>(views, found.next(), found.total());
  }

  /** The page up to where it would have too many lines, which are counted before they are read. */
  private static Page<Found> withFewLines(Sql sql, Page<Found> found) throws SQLException {
    Map<OrderId, Long> counts = OrderLineRow.counts(sql, ids(found));
    long lines = 0;
    for (int orders = 0; orders < found.items().size(); orders++) {
      lines += counts.getOrDefault(found.items().get(orders).order().id(), 0L);
      if (orders > 0 && lines > MOST_LINES) {
        List<Found> few = found.items().subList(0, orders);
        return new Page<>(few, NEWEST.place().apply(few.getLast()).position(), found.total());
      }
    }
    return found;
  }

  @Override
  public List<OrderEvent> history(OrderId id) {
    return database.run(
        sql ->
            sql.query(
                "SELECT "
                    + OrderEventRow.COLUMNS
                    + " FROM order_event WHERE order_id = ? ORDER BY seq",
                OrderEventRow::read,
                id.value()));
  }

  private static List<Note> notes(Sql sql, OrderId id) throws SQLException {
    return sql.query(
        """
        SELECT at, actor_type, actor_id, reason FROM order_event
          WHERE order_id = ? AND type = 'NOTE' ORDER BY seq
        """,
        row -> new Note(row.instant("at"), ActorColumns.read(row), new Reason(row.text("reason"))),
        id.value());
  }
}
