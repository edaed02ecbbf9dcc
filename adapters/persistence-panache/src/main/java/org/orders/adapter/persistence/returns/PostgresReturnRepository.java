package org.orders.adapter.persistence.returns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.order.PiecesColumns;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnEvent;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnRepository;
import org.orders.domain.returns.ReturnState;
import org.orders.domain.shared.ConcurrentChange;

/** Returns, by native statements: what is read after a lock was taken is what is there then. */
@ApplicationScoped
public class PostgresReturnRepository implements ReturnRepository {

  private final Database database;

  PostgresReturnRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Return> find(ReturnId id) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT " + ReturnRow.COLUMNS + " FROM order_return r WHERE r.id = ?",
                ReturnRow::read,
                id.value()));
  }

  @Override
  public List<Return> ofOrder(OrderId order) {
    return database.run(
        sql -> ReturnRow.ofOrders(sql, List.of(order)).getOrDefault(order, List.of()));
  }

  @Override
  public void add(ReturnDecision decision) {
    Return goods = decision.goods();
    database.run(
        sql -> {
          sql.update(
              """
              INSERT INTO order_return (id, order_id, price_minor, currency, reason, state,
                  state_since, refunded_minor, created_at, updated_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?)
              """,
              goods.id().value(),
              goods.orderId().value(),
              goods.price().minorUnits(),
              goods.price().currency().getCurrencyCode(),
              goods.reason().value(),
              goods.status(),
              ReturnRow.since(goods),
              refunded(goods),
              goods.createdAt(),
              goods.updatedAt(),
              goods.version());
          PiecesColumns.write(sql, "return_line", "return_id", goods.id().value(), goods.pieces());
          announce(sql, decision);
          return goods;
        });
  }

  @Override
  public void save(ReturnDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Return goods = decision.goods();
    database.run(
        sql -> {
          int saved =
              sql.update(
                  """
                  UPDATE order_return SET version = version + 1, state = ?, state_since = ?,
                      refunded_minor = ?::bigint, updated_at = ?
                    WHERE id = ? AND version = ?
                  """,
                  goods.status(),
                  ReturnRow.since(goods),
                  refunded(goods),
                  goods.updatedAt(),
                  goods.id().value(),
                  goods.version());
          if (saved != 1) {
            throw new ConcurrentChange();
          }
          announce(sql, decision);
          return goods;
        });
  }

  private static @Nullable Long refunded(Return goods) {
    return goods.state() instanceof ReturnState.Received(_, var money) ? money.minorUnits() : null;
  }

  private static void announce(Sql sql, ReturnDecision decision) throws SQLException {
    for (ReturnEvent event : decision.events()) {
      sql.update(
          "INSERT INTO outbox (order_id, subject, type, payload, at) VALUES (?, ?, ?, ?::jsonb, ?)",
          decision.goods().orderId().value(),
          decision.goods().id().value(),
          "RETURN_" + event.became().name(),
          message(decision.goods()),
          event.at());
    }
  }

  /** What consumers hear: that it happened and where to look, nothing about people. */
  private static String message(Return goods) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("orderId", goods.orderId().value().toString())
        .put("returnId", goods.id().value().toString())
        .put("status", goods.status().name())
        .put("refundMinor", goods.refund().minorUnits())
        .put("currency", goods.refund().currency().getCurrencyCode())
        .toString();
  }
}
