package org.orders.adapter.persistence.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.Reason;

/** Rows of the history of orders, and the messages in the outbox that go with them. */
final class OrderEventRow {

  /** The columns that {@link #read} reads. */
  static final String COLUMNS =
      "at, type, actor_type, actor_id, from_status, to_status, assigned_to, reason,"
          + " changes::text AS changes";

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  private OrderEventRow() {}

  /** The rows and messages of a decision, for the functions that write them. */
  static String json(OrderDecision decision) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (OrderEvent event : decision.events()) {
      ObjectNode row = row(event);
      row.set("payload", message(decision.order(), row));
      rows.add(row);
    }
    return rows.toString();
  }

  static OrderEvent read(SqlRow row) throws SQLException {
    Instant at = row.instant("at");
    Actor actor = ActorColumns.read(row);
    String type = row.text("type");
    return switch (type) {
      case "PLACED" -> new OrderEvent.Placed(at, actor);
      case "CHANGED" -> new OrderEvent.Changed(at, actor, changes(row.text("changes")));
      case "STATUS" ->
          new OrderEvent.StatusChanged(
              at,
              actor,
              OrderStatus.valueOf(row.text("from_status")),
              OrderStatus.valueOf(row.text("to_status")),
              reason(row));
      case "HELD" -> new OrderEvent.Held(at, actor, reason(row));
      case "RELEASED" -> new OrderEvent.Released(at, actor, reason(row));
      case "ASSIGNED" ->
          new OrderEvent.Assigned(at, actor, new UserId(row.uuid("assigned_to")), reason(row));
      case "NOTE" -> new OrderEvent.Noted(at, actor, new Reason(row.text("reason")));
      default -> throw new IllegalStateException("unknown type of event " + type);
    };
  }

  private static ObjectNode row(OrderEvent event) {
    ActorColumns actor = ActorColumns.of(event.actor());
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", event.at().toString())
            .put("actor_type", actor.type())
            .put("actor_id", actor.id());
    return switch (event) {
      case OrderEvent.Placed _ -> row.put("type", "PLACED");
      case OrderEvent.Changed changed -> {
        row.set("changes", changes(changed.changes()));
        yield row.put("type", "CHANGED");
      }
      case OrderEvent.StatusChanged changed ->
          row.put("type", "STATUS")
              .put("from_status", changed.from().name())
              .put("to_status", changed.to().name())
              .put("reason", text(changed.reason()));
      case OrderEvent.Held held -> row.put("type", "HELD").put("reason", text(held.reason()));
      case OrderEvent.Released released ->
          row.put("type", "RELEASED").put("reason", text(released.reason()));
      case OrderEvent.Assigned assigned ->
          row.put("type", "ASSIGNED")
              .put("assigned_to", assigned.to().value().toString())
              .put("reason", text(assigned.reason()));
      case OrderEvent.Noted noted -> row.put("type", "NOTE").put("reason", noted.note().value());
    };
  }

  /** What consumers hear: that it happened and where to look, nothing about people. */
  private static ObjectNode message(Order order, ObjectNode row) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("orderId", order.id().value().toString())
            .put("number", order.number().value())
            .put("customerId", order.customerId().value().toString())
            .put("status", order.status().name())
            .put("totalMinor", order.total().minorUnits())
            .put("currency", order.total().currency().getCurrencyCode());
    if (row.has("to_status")) {
      message.set("from", row.get("from_status"));
      message.set("to", row.get("to_status"));
    }
    return message;
  }

  private static ArrayNode changes(List<OrderEvent.Change> changes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (OrderEvent.Change change : changes) {
      array.add(
          JsonNodeFactory.instance
              .objectNode()
              .put("field", change.field())
              .put("sku", change.sku())
              .put("from", change.from())
              .put("to", change.to()));
    }
    return array;
  }

  private static List<OrderEvent.Change> changes(String json) {
    List<OrderEvent.Change> changes = new ArrayList<>();
    try {
      for (JsonNode change : JSON.readTree(json)) {
        changes.add(
            new OrderEvent.Change(
                change.path("field").asText(),
                text(change, "sku"),
                text(change, "from"),
                text(change, "to")));
      }
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("the changes of an event are not what was written", notOurs);
    }
    return changes;
  }

  private static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable String text(@Nullable Reason reason) {
    return reason == null ? null : reason.value();
  }

  private static @Nullable Reason reason(SqlRow row) throws SQLException {
    @Nullable String text = row.textOrNull("reason");
    return text == null ? null : new Reason(text);
  }
}
