package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.access.PasswordReset;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.ResetId;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.shared.EmailAddress;

/** Wishes for other passwords, by native statements. */
@ApplicationScoped
public class PostgresPasswordResetRepository implements PasswordResetRepository {

  private static final String SELECT =
      "SELECT id, customer_id, expires_at, used_at FROM password_reset WHERE id = ?";

  private final Database database;

  PostgresPasswordResetRepository(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(ResetId id, EmailAddress email, Instant at, Instant expiresAt, Limit limit) {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT add_password_reset(?, ?, ?, ?, ?, ?, ?) AS added",
                row -> row.flag("added"),
                id.value(),
                AccountDigest.of(email.key()),
                email.key(),
                at,
                expiresAt,
                limit.most(),
                limit.since()));
  }

  @Override
  public Optional<PasswordReset> find(ResetId id) {
    return database.run(
        sql -> sql.queryOne(SELECT, PostgresPasswordResetRepository::read, id.value()));
  }

  @Override
  public Optional<PasswordReset> lock(ResetId id) {
    return database.run(
        sql ->
            sql.queryOne(
                SELECT + " FOR NO KEY UPDATE", PostgresPasswordResetRepository::read, id.value()));
  }

  @Override
  public void useUp(CustomerId customer, Instant at) {
    database.run(
        sql ->
            sql.update(
                "UPDATE password_reset SET used_at = ? WHERE customer_id = ? AND used_at IS NULL",
                at,
                customer.value()));
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return database.run(
        sql ->
            sql.update(
                """
                DELETE FROM password_reset WHERE id IN (
                  SELECT id FROM password_reset WHERE at < ? ORDER BY at
                    LIMIT ? FOR UPDATE SKIP LOCKED)
                """,
                time,
                max));
  }

  private static PasswordReset read(SqlRow row) throws SQLException {
    @Nullable UUID customer = row.uuidOrNull("customer_id");
    return new PasswordReset(
        new ResetId(row.uuid("id")),
        customer == null ? null : new CustomerId(customer),
        row.instant("expires_at"),
        row.instantOrNull("used_at") != null);
  }
}
