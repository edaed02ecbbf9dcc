package org.orders.application.access;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;

/** Failed log-ins in memory. */
public final class InMemoryLoginAttempts implements LoginAttempts {

  private final InMemoryDatabase database;
  private final InMemoryTable<Long, Failure> failures;

  private record Failure(String account, String address, Instant at) {}

  public InMemoryLoginAttempts(InMemoryDatabase database) {
    this.database = database;
    this.failures = database.table("loginFailures");
  }

  @Override
  public Counts begin(String account, String address, Instant at, Instant since) {
    return database.run(
        () -> {
          failures.put(database.next("loginFailures"), new Failure(account, address, at));
          List<Failure> recent =
              failures.values().stream().filter(it -> !it.at.isBefore(since)).toList();
          return new Counts(
              count(recent, it -> it.account.equals(account) && it.address.equals(address)),
              count(recent, it -> it.address.equals(address)),
              count(recent, it -> it.account.equals(account) && !it.address.equals(address)));
        });
  }

  @Override
  public void succeed(String account, String address) {
    failures.removeSome(
        it -> it.account.equals(account) && it.address.equals(address), Integer.MAX_VALUE);
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return failures.removeSome(failure -> failure.at.isBefore(time), max);
  }

  private static int count(List<Failure> failures, Predicate<Failure> condition) {
    return (int) failures.stream().filter(condition).count();
  }
}
