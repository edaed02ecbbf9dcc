package org.orders.adapter.persistence.returns;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.adapter.persistence.order.PiecesColumns;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnState;
import org.orders.domain.returns.ReturnStatus;
import org.orders.domain.shared.Reason;

/** A row of the table of returns with its lines. */
public final class ReturnRow {

  static final String COLUMNS =
      "r.id, r.order_id, r.price_minor, r.currency, r.reason, r.state, r.state_since,"
          + " r.refunded_minor, r.created_at, r.updated_at, r.version, "
          + PiecesColumns.columns("return_line", "return_id", "r.id");

  private ReturnRow() {}

  /** The returns of several orders, in one statement, oldest first. */
  public static Map<OrderId, List<Return>> ofOrders(Sql sql, Collection<OrderId> orders)
      throws SQLException {
    Map<OrderId, List<Return>> returns = new LinkedHashMap<>();
    for (Return goods :
        sql.query(
            "SELECT "
                + COLUMNS
                + " FROM order_return r WHERE r.order_id = ANY (?)"
                + " ORDER BY r.order_id, r.created_at, r.id",
            ReturnRow::read,
            SqlArray.ofUuids(List.copyOf(orders), OrderId::value))) {
      returns.computeIfAbsent(goods.orderId(), id -> new ArrayList<>()).add(goods);
    }
    return returns;
  }

  static Return read(SqlRow row) throws SQLException {
    return new Return(
        new ReturnId(row.uuid("id")),
        new OrderId(row.uuid("order_id")),
        PiecesColumns.read(row),
        row.money("price_minor", "currency"),
        new Reason(row.text("reason")),
        state(row),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  private static ReturnState state(SqlRow row) throws SQLException {
    Instant since = row.instant("state_since");
    return switch (ReturnStatus.valueOf(row.text("state"))) {
      case REQUESTED -> new ReturnState.Requested();
      case APPROVED -> new ReturnState.Approved(since);
      case RECEIVED -> new ReturnState.Received(since, row.money("refunded_minor", "currency"));
      case REJECTED -> new ReturnState.Rejected(since);
    };
  }

  static Instant since(Return goods) {
    return switch (goods.state()) {
      case ReturnState.Requested _ -> goods.createdAt();
      case ReturnState.Approved(var at) -> at;
      case ReturnState.Received(var at, _) -> at;
      case ReturnState.Rejected(var at) -> at;
    };
  }
}
