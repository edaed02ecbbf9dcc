package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import org.orders.adapter.persistence.shared.Database;
import org.orders.application.order.OrderNumbers;
import org.orders.domain.order.OrderNumber;

/** Order numbers from a sequence, fetched a hundred at once; those left at a stop are lost. */
@ApplicationScoped
public class PostgresOrderNumbers implements OrderNumbers {

  private static final int BLOCK = 100;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  PostgresOrderNumbers(Database database) {
    this.database = database;
  }

  @Override
  public OrderNumber next() {
    lock.lock();
    try {
      if (next == end) {
        next =
            database.run(
                sql ->
                    sql.queryRow(
                        "SELECT nextval('order_number') AS first", row -> row.number("first")));
        end = next + BLOCK;
      }
      return new OrderNumber(Long.toString(next++));
    } finally {
      lock.unlock();
    }
  }
}
