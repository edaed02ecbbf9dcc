package org.orders.application.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.shared.EmailAddress;

/** Wishes for other passwords in memory. */
public final class InMemoryPasswordResetRepository implements PasswordResetRepository {

  private record Row(PasswordReset reset, String account, Instant at) {}

  private final InMemoryDatabase database;
  private final InMemoryTable<ResetId, Row> resets;
  private final InMemoryTable<String, Boolean> accounts;
  private final InMemoryTable<CustomerId, Customer> customers;

  public InMemoryPasswordResetRepository(InMemoryDatabase database) {
    this.database = database;
    this.resets = database.table("passwordResets");
    this.accounts = database.table("accountsWithResets");
    this.customers = database.table("customers");
  }

  @Override
  public boolean add(ResetId id, EmailAddress email, Instant at, Instant expiresAt, Limit limit) {
    String account = email.key();
    return database.run(
        () -> {
          accounts.lock(account);
          long before =
              resets.values().stream()
                  .filter(row -> row.account().equals(account))
                  .filter(row -> !row.at().isBefore(limit.since()))
                  .count();
          if (before >= limit.most()) {
            return false;
          }
          resets.put(
              id,
              new Row(
                  new PasswordReset(id, owner(account).orElse(null), expiresAt, false),
                  account,
                  at));
          return true;
        });
  }

  private Optional<CustomerId> owner(String account) {
    return customers.values().stream()
        .filter(ResetPasswordHandler::mayComeIn)
        .filter(customer -> customer.profile().email().key().equals(account))
        .map(Customer::id)
        .findFirst();
  }

  @Override
  public Optional<PasswordReset> find(ResetId id) {
    return resets.find(id).map(Row::reset);
  }

  @Override
  public Optional<PasswordReset> lock(ResetId id) {
    return resets.lock(id).map(Row::reset);
  }

  @Override
  public void useUp(CustomerId customer, Instant at) {
    for (Map.Entry<ResetId, Row> entry : resets.rows().entrySet()) {
      Row row = entry.getValue();
      if (customer.equals(row.reset().customer())) {
        PasswordReset used =
            new PasswordReset(entry.getKey(), customer, row.reset().expiresAt(), true);
        resets.put(entry.getKey(), new Row(used, row.account(), row.at()));
      }
    }
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return resets.removeSome(row -> row.at().isBefore(time), max);
  }
}
