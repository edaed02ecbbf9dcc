package org.orders.adapter.persistence.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.orders.application.shared.UnitOfWork;

/** Units of work as transactions of the platform, which Panache and native statements share. */
@ApplicationScoped
public class QuarkusUnitOfWork implements UnitOfWork {

  private static final int RETRIES = 3;

  private final Database database;

  QuarkusUnitOfWork(Database database) {
    this.database = database;
  }

  @Override
  public <R> R run(Supplier<R> work) {
    if (database.inTransaction()) {
      return work.get();
    }
    long deadline = System.nanoTime() + Database.BUDGET.toNanos();
    for (int retry = 0; ; retry++) {
      try {
        return runOnce(work, deadline);
      } catch (RuntimeException failure) {
        boolean again =
            retry < RETRIES
                && System.nanoTime() - deadline < 0
                && Failures.isWorthAnotherTry(failure);
        if (!again) {
          throw Failures.translate(failure);
        }
        pause(retry);
      }
    }
  }

  private <R> R runOnce(Supplier<R> work, long deadline) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              database.limit(deadline);
              return work.get();
            });
  }

  /** Lets those who collided come back one after the other. */
  private static void pause(int retry) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, 10_000_000L << retry));
  }
}
