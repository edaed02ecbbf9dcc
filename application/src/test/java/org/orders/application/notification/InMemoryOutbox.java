package org.orders.application.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;

/** The outbox in memory. */
public final class InMemoryOutbox implements Outbox {

  private record Row(OutboxMessage message, boolean parked) {}

  private final InMemoryDatabase database;
  private final InMemoryTable<Long, Row> rows;

  public InMemoryOutbox(InMemoryDatabase database) {
    this.database = database;
    this.rows = database.table("outbox");
  }

  @Override
  public void write(OutboxMessage message) {
    add(message, false);
  }

  private void add(OutboxMessage message, boolean parked) {
    rows.put(database.next("outbox"), new Row(message, parked));
  }

  @Override
  public List<OutboxMessage> take(int most) {
    return database.run(
        () -> {
          List<OutboxMessage> taken = new ArrayList<>();
          for (Map.Entry<Long, Row> entry : rows.rows().entrySet()) {
            if (taken.size() < most
                && !entry.getValue().parked()
                && rows.tryLock(entry.getKey())
                && rows.find(entry.getKey()).isPresent()) {
              rows.remove(entry.getKey());
              taken.add(entry.getValue().message());
            }
          }
          return taken;
        });
  }

  @Override
  public void park(List<OutboxMessage> messages) {
    messages.forEach(message -> add(message, true));
  }

  @Override
  public OutboxBacklog backlog() {
    List<Row> all = rows.values();
    long parked = all.stream().filter(Row::parked).count();
    return new OutboxBacklog(all.size() - parked, parked, Duration.ZERO);
  }
}
