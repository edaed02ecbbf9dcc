package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.orders.adapter.persistence.inventory.KnownStock;
import org.orders.adapter.persistence.inventory.StockStatement;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.FunctionCall;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Orders, of which a decision is written whole by one call of a function. */
@ApplicationScoped
public class PostgresOrderRepository implements OrderRepository {

  private final Database database;
  private final KnownStock knownStock;

  PostgresOrderRepository(Database database, KnownStock knownStock) {
    this.database = database;
    this.knownStock = knownStock;
  }

  private record Saved(String outcome, List<Shortage> shortages) {}

  @Override
  public Optional<Order> find(OrderId id) {
    return read(id, "");
  }

  @Override
  public Optional<Order> lock(OrderId id) {
    return read(id, " FOR NO KEY UPDATE");
  }

  @Override
  public void save(OrderDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    StockStatement stock = StockStatement.of(decision.stock());
    knownStock.forgetAfter(database, stock);
    FunctionCall call = new FunctionCall("save_order");
    DecisionArguments.write(decision, stock, call);
    if (changesLines(decision)) {
      OrderLineRow.write(decision.order().lines().items(), call);
    } else {
      OrderLineRow.keep(call);
    }
    Saved saved =
        database.run(
            sql -> call.on(sql, row -> new Saved(row.text("outcome"), stock.shortages(row))));
    if (!saved.shortages().isEmpty()) {
      throw new InsufficientStock(saved.shortages());
    }
    if (!saved.outcome().equals("SAVED")) {
      throw new ConcurrentChange();
    }
  }

  private Optional<Order> read(OrderId id, String lock) {
    return database.run(
        sql -> {
          Optional<OrderRow> row =
              sql.queryOne(
                  "SELECT " + OrderRow.COLUMNS + " FROM customer_order o WHERE o.id = ?" + lock,
                  OrderRow::read,
                  id.value());
          if (row.isEmpty()) {
            return Optional.empty();
          }
          var lines = OrderLineRow.ofOrders(sql, List.of(id)).get(id);
          return lines == null ? Optional.empty() : row.map(order -> order.with(lines));
        });
  }

  private static boolean changesLines(OrderDecision decision) {
    return decision.events().stream()
        .anyMatch(
            event ->
                event instanceof OrderEvent.Changed(_, _, var changes)
                    && (changes.isEmpty()
                        || changes.stream().anyMatch(PostgresOrderRepository::isOfLines)));
  }

  /** Whether it is about more than the destination, or what has left. */
  private static boolean isOfLines(OrderEvent.Change change) {
    return !change.field().equals("shippingAddress") && !change.field().equals(OrderEvent.SHIPPED);
  }
}
