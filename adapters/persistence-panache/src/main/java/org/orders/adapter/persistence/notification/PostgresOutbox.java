package org.orders.adapter.persistence.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.notification.Outbox;
import org.orders.application.notification.OutboxBacklog;
import org.orders.application.notification.OutboxMessage;

/**
 * The outbox as rows that are deleted when they are taken. There is no place to remember up to
 * which it was read: a transaction that began earlier may commit later.
 */
@ApplicationScoped
public class PostgresOutbox implements Outbox {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  PostgresOutbox(Database database) {
    this.database = database;
  }

  @Override
  public void write(OutboxMessage message) {
    database.run(sql -> insert(sql, message, false));
  }

  @Override
  public List<OutboxMessage> take(int most) {
    return database.run(
        sql ->
            sql.query(
                "SELECT order_id, subject, type, payload, at FROM take_outbox(?) ORDER BY id",
                PostgresOutbox::read,
                most));
  }

  @Override
  public void park(List<OutboxMessage> messages) {
    database.run(
        sql -> {
          for (OutboxMessage message : messages) {
            insert(sql, message, true);
          }
          return messages;
        });
  }

  @Override
  public OutboxBacklog backlog() {
    return database.run(
        sql ->
            sql.queryRow(
                """
                SELECT count(*) FILTER (WHERE NOT parked) AS waiting,
                       count(*) FILTER (WHERE parked) AS parked,
                       greatest(0, coalesce(
                         extract(epoch FROM now() - min(at) FILTER (WHERE NOT parked)) * 1000,
                         0))::bigint AS oldest
                  FROM outbox
                """,
                row ->
                    new OutboxBacklog(
                        row.number("waiting"),
                        row.number("parked"),
                        Duration.ofMillis(row.number("oldest")))));
  }

  private static int insert(Sql sql, OutboxMessage message, boolean parked) throws SQLException {
    return sql.update(
        "INSERT INTO outbox (order_id, subject, type, payload, at, parked)"
            + " VALUES (?::uuid, ?::uuid, ?, ?::jsonb, ?, ?)",
        message.orderId(),
        message.subject(),
        message.type(),
        write(message.facts()),
        message.at(),
        parked);
  }

  private static OutboxMessage read(SqlRow row) throws SQLException {
    return new OutboxMessage(
        row.text("type"),
        row.uuidOrNull("order_id"),
        row.uuidOrNull("subject"),
        read(row.textOrNull("payload")),
        row.instant("at"));
  }

  private static String write(Map<String, String> facts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    facts.forEach(node::put);
    return node.toString();
  }

  /** The members of a flat object, each as text; what is null is left out. */
  private static Map<String, String> read(@Nullable String json) {
    Map<String, String> facts = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> member :
          JSON.readTree(json == null ? "{}" : json).properties()) {
        JsonNode value = member.getValue();
        if (!value.isNull()) {
          facts.put(member.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
      }
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("the facts of a message are not what was written", notOurs);
    }
    return facts;
  }
}
