package org.orders.adapter.simulator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundOutcome.Reason;
import org.orders.domain.payment.RefundRequest;
import org.orders.standin.OwnSchema;

/** The simulated gateway's books, which outlive whatever happens to the caller. */
final class Ledger {

  /** Any number that nobody else locks. */
  private static final long CREATION_LOCK = 0x6f726465_72736c67L;

  private static final int FAILURES_OF_A_FLAKY_CARD = 2;

  private static final ChargeOutcome NOT_TAKEN =
      new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);

  private final OwnSchema schema;

  Ledger(DataSource database) {
    this.schema = new OwnSchema(database, "simulator", CREATION_LOCK, Ledger.class);
  }

  /** Books a capture where nothing is booked for the attempt yet, and answers what is booked. */
  ChargeOutcome capture(Charge charge) throws SQLException {
    return book(charge, "CAPTURED", null);
  }

  /** As {@link #capture}, a decline. */
  ChargeOutcome decline(Charge charge, DeclineReason reason) throws SQLException {
    return book(charge, "DECLINED", reason);
  }

  /** As {@link #capture}, that nothing will be taken any more. */
  ChargeOutcome close(Charge charge) throws SQLException {
    return book(charge, "CLOSED", null);
  }

  private ChargeOutcome book(Charge charge, String state, @Nullable DeclineReason reason)
      throws SQLException {
    return schema.inTransaction(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO simulator.charge (attempt_id, payment_id, order_id, state,
                    decline_reason, currency, minor_units)
                  VALUES (?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (attempt_id) DO NOTHING
                  """)) {
            insert.setObject(1, charge.attempt().value());
            insert.setObject(2, charge.payment().value());
            insert.setObject(3, charge.order().value());
            insert.setString(4, state);
            insert.setString(5, reason == null ? null : reason.name());
            insert.setString(6, charge.amount().currency().getCurrencyCode());
            insert.setLong(7, charge.amount().minorUnits());
            return insert.executeUpdate() == 1
                ? booked(state, reason)
                : find(connection, charge.attempt());
          }
        });
  }

  /** What is booked for the attempt. */
  ChargeOutcome find(AttemptId attempt) throws SQLException {
    return schema.inTransaction(connection -> find(connection, attempt));
  }

  private static ChargeOutcome find(Connection connection, AttemptId attempt) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT state, decline_reason FROM simulator.charge WHERE attempt_id = ?")) {
      select.setObject(1, attempt.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return NOT_TAKEN;
        }
        String reason = row.getString(2);
        return booked(row.getString(1), reason == null ? null : DeclineReason.valueOf(reason));
      }
    }
  }

  private static ChargeOutcome booked(String state, @Nullable DeclineReason reason) {
    if (reason != null) {
      return new ChargeOutcome.Declined(reason);
    }
    return state.equals("CAPTURED") ? new ChargeOutcome.Captured() : NOT_TAKEN;
  }

  /** Whether a card that fails for a while fails this time too; counts it where it does. */
  boolean failsOnceMore(PaymentToken token) throws SQLException {
    return schema.inTransaction(
        connection -> {
          try (PreparedStatement count =
              connection.prepareStatement(
                  """
                  INSERT INTO simulator.failure AS f (token, failures) VALUES (?, 1)
                  ON CONFLICT (token) DO UPDATE SET failures = f.failures + 1
                  WHERE f.failures < ?
                  """)) {
            count.setString(1, token.value());
            count.setInt(2, FAILURES_OF_A_FLAKY_CARD);
            return count.executeUpdate() == 1;
          }
        });
  }

  /** Books a refund where it is not booked yet and the attempt took enough. */
  RefundOutcome refund(RefundRequest request) throws SQLException {
    return schema.inTransaction(
        connection -> {
          long left;
          // The lock lets the refunds of a charge in one by one.
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT minor_units FROM simulator.charge
                  WHERE attempt_id = ? AND state = 'CAPTURED' AND currency = ? FOR UPDATE
                  """)) {
            select.setObject(1, request.attempt().value());
            select.setString(2, request.amount().currency().getCurrencyCode());
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return new RefundOutcome.Failed(Reason.NOTHING_CAPTURED);
              }
              left = row.getLong(1);
            }
          }
          if (find(connection, request) instanceof RefundOutcome.Succeeded made) {
            return made;
          }
          if (request.amount().minorUnits() > left - refunded(connection, request.attempt())) {
            return new RefundOutcome.Failed(Reason.EXCEEDS_CHARGE);
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO simulator.refund (refund_id, attempt_id, minor_units)"
                      + " VALUES (?, ?, ?)")) {
            insert.setObject(1, request.refund().value());
            insert.setObject(2, request.attempt().value());
            insert.setLong(3, request.amount().minorUnits());
            insert.executeUpdate();
          }
          return new RefundOutcome.Succeeded();
        });
  }

  private static long refunded(Connection connection, AttemptId attempt) throws SQLException {
    try (PreparedStatement sum =
        connection.prepareStatement(
            "SELECT coalesce(sum(minor_units), 0) FROM simulator.refund WHERE attempt_id = ?")) {
      sum.setObject(1, attempt.value());
      try (ResultSet row = sum.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** What is booked for the refund. */
  RefundOutcome find(RefundRequest request) throws SQLException {
    return schema.inTransaction(connection -> find(connection, request));
  }

  private static RefundOutcome find(Connection connection, RefundRequest request)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT FROM simulator.refund WHERE refund_id = ?")) {
      select.setObject(1, request.refund().value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new RefundOutcome.Succeeded() : new RefundOutcome.NotMade();
      }
    }
  }
}
