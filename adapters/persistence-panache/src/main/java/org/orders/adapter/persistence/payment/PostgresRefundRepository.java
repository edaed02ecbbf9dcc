package org.orders.adapter.persistence.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Reason;

/** Refunds, by native statements. */
@ApplicationScoped
public class PostgresRefundRepository implements RefundRepository {

  private static final String SELECT =
      """
      SELECT id, payment_id, amount_minor, currency, status, reason, first_sent_at, created_at,
        updated_at FROM refund WHERE\s""";

  private final Database database;

  PostgresRefundRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Refund> find(RefundId id) {
    return database.run(
        sql -> sql.queryOne(SELECT + "id = ?", PostgresRefundRepository::read, id.value()));
  }

  @Override
  public List<Refund> findOpen(PaymentId payment) {
    return database.run(
        sql ->
            sql.query(
                SELECT + "payment_id = ? AND status = 'PENDING' ORDER BY created_at, id",
                PostgresRefundRepository::read,
                payment.value()));
  }

  @Override
  public void add(Refund refund) {
    @Nullable Reason reason = refund.reason();
    database.run(
        sql ->
            sql.update(
                """
                INSERT INTO refund (id, payment_id, amount_minor, currency, status, reason,
                    first_sent_at, created_at, updated_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
                """,
                refund.id().value(),
                refund.paymentId().value(),
                refund.amount().minorUnits(),
                refund.amount().currency().getCurrencyCode(),
                refund.status(),
                reason == null ? null : reason.value(),
                refund.firstSentAt(),
                refund.createdAt(),
                refund.updatedAt()));
  }

  @Override
  public void save(Refund refund) {
    int saved =
        database.run(
            sql ->
                sql.update(
                    "UPDATE refund SET status = ?, first_sent_at = ?::timestamptz, updated_at = ?"
                        + " WHERE id = ?",
                    refund.status(),
                    refund.firstSentAt(),
                    refund.updatedAt(),
                    refund.id().value()));
    if (saved != 1) {
      throw new ConcurrentChange();
    }
  }

  private static Refund read(SqlRow row) throws SQLException {
    @Nullable String reason = row.textOrNull("reason");
    return new Refund(
        new RefundId(row.uuid("id")),
        new PaymentId(row.uuid("payment_id")),
        row.money("amount_minor", "currency"),
        Refund.Status.valueOf(row.text("status")),
        reason == null ? null : new Reason(reason),
        row.instantOrNull("first_sent_at"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
