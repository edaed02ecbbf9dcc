package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          Page<Found> found = NEWEST.page(sql, conditions, page);
          List<OrderRow> orders = found.items().stream().map(Found::order).toList();
          Map<OrderId, OrderLines> lines =
              OrderLineRow.ofOrders(sql, orders.stream().map(OrderRow::id).toList());
          ProgressOfOrders progress = ProgressOfOrders.read(sql, orders);
          List<OrderView> views = new ArrayList<>();
          for (Found item : found.items()) {
            OrderLines ofOrder = lines.get(item.order().id());
            if (ofOrder != null) {
              views.add(item.view(ofOrder, List.of(), progress));
            }
          }
          return new Page<>(views, found.next(), found.total());
        });
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
