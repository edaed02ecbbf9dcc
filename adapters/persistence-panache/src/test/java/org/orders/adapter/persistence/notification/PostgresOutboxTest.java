package org.orders.adapter.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.notification.Outbox;
import org.orders.application.notification.OutboxContract;
import org.orders.application.notification.OutboxMessage;
import org.orders.application.shared.Shop;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.Order;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresOutboxTest extends OutboxContract {

  @Inject Outbox outbox;
  @Inject UnitOfWork work;
  @Inject Database database;
  @Inject PostgresPersistence kept;

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected UnitOfWork work() {
    return work;
  }

  @Test
  void whatHappensToAnOrderIsHeardOfInWordsThatListenersKnow() {
    Order order = new Shop(kept).order(2);

    List<OutboxMessage> messages = work.run(() -> outbox.take(10));

    assertThat(messages).hasSize(1);
    OutboxMessage placed = messages.getFirst();
    assertThat(placed.type()).isEqualTo("PLACED");
    assertThat(placed.orderId()).isEqualTo(order.id().value());
    assertThat(placed.subject()).isNull();
    assertThat(placed.facts())
        .containsAllEntriesOf(Map.of("status", "PENDING", "totalMinor", "2500"))
        .doesNotContainKey("to");
  }

  @Test
  void messagesAreTakenThroughTheirKey() {
    List<String> plan =
        work.run(
            () ->
                database.run(
                    sql -> {
                      // As the function does, whatever the statistics say of an empty table.
                      sql.update("SET LOCAL enable_seqscan = off");
                      return sql.query(
                          """
                          EXPLAIN SELECT o.id FROM outbox o WHERE NOT o.parked
                            ORDER BY o.id LIMIT 200 FOR UPDATE SKIP LOCKED
                          """,
                          row -> row.text("QUERY PLAN"));
                    }));

    assertThat(String.join("\n", plan)).contains("outbox_pkey");
  }
}
