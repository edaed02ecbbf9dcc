package org.orders.adapter.persistence.payment;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.AttemptState;
import org.orders.domain.payment.CardSummary;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentToken;

/** A row of the table of attempts. */
final class AttemptRow {

  static final String COLUMNS =
      """
      a.id AS attempt_id, a.number AS attempt_number, a.gateway AS attempt_gateway,
      a.token AS attempt_token, a.card_brand AS attempt_card_brand,
      a.card_last4 AS attempt_card_last4, a.state AS attempt_state,
      a.reference AS attempt_reference, a.first_sent_at AS attempt_first_sent_at,
      a.settled_at AS attempt_settled_at, a.decline_reason AS attempt_decline_reason,
      a.created_at AS attempt_created_at""";

  private AttemptRow() {}

  static @Nullable Attempt readIfPresent(SqlRow row) throws SQLException {
    if (row.uuidOrNull("attempt_id") == null) {
      return null;
    }
    return new Attempt(
        new AttemptId(row.uuid("attempt_id")),
        row.integer("attempt_number"),
        row.text("attempt_gateway"),
        method(row),
        state(row),
        row.instant("attempt_created_at"));
  }

  /** Adds the attempt, or replaces it; what it was once called and when it was sent stays known. */
  static void write(Sql sql, PaymentId payment, Attempt attempt) throws SQLException {
    if (replace(sql, attempt) == 0) {
      add(sql, payment, attempt);
    }
  }

  private static int replace(Sql sql, Attempt attempt) throws SQLException {
    AttemptState state = attempt.state();
    return sql.update(
        """
        UPDATE payment_attempt SET
            state = ?,
            reference = coalesce(?::text, reference),
            first_sent_at = coalesce(first_sent_at, ?::timestamptz),
            settled_at = ?::timestamptz,
            decline_reason = ?
          WHERE id = ?
        """,
        name(state),
        reference(state),
        firstSentAt(state),
        settledAt(state),
        declineReason(state),
        attempt.id().value());
  }

  private static void add(Sql sql, PaymentId payment, Attempt attempt) throws SQLException {
    PaymentMethod method = attempt.method();
    @Nullable CardSummary card = method instanceof PaymentMethod.Card(_, var kept) ? kept : null;
    @Nullable PaymentToken token = method.gatewayToken();
    AttemptState state = attempt.state();
    sql.update(
        """
        INSERT INTO payment_attempt (id, payment_id, number, gateway, token, card_brand,
            card_last4, created_at, state, reference, first_sent_at, settled_at, decline_reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        attempt.id().value(),
        payment.value(),
        attempt.number(),
        attempt.gateway(),
        token == null ? null : token.value(),
        card == null ? null : card.brand(),
        card == null ? null : card.last4(),
        attempt.createdAt(),
        name(state),
        reference(state),
        firstSentAt(state),
        settledAt(state),
        declineReason(state));
  }

  private static @Nullable DeclineReason declineReason(AttemptState state) {
    return state instanceof AttemptState.Declined(_, var reason) ? reason : null;
  }

  private static PaymentMethod method(SqlRow row) throws SQLException {
    PaymentToken token = new PaymentToken(row.text("attempt_token"));
    @Nullable String brand = row.textOrNull("attempt_card_brand");
    return brand == null
        ? new PaymentMethod.Token(token)
        : new PaymentMethod.Card(token, new CardSummary(brand, row.text("attempt_card_last4")));
  }

  private static AttemptState state(SqlRow row) throws SQLException {
    String name = row.text("attempt_state");
    return switch (name) {
      case "CREATED" -> new AttemptState.Created();
      case "PREPARED" -> new AttemptState.Prepared(reference(row));
      case "SENT" -> new AttemptState.Sent(reference(row), row.instant("attempt_first_sent_at"));
      case "CAPTURED" ->
          new AttemptState.Captured(reference(row), row.instant("attempt_settled_at"));
      case "DECLINED" ->
          new AttemptState.Declined(
              row.instant("attempt_settled_at"),
              DeclineReason.valueOf(row.text("attempt_decline_reason")));
      case "VOIDED" -> new AttemptState.Voided(row.instant("attempt_settled_at"));
      default -> throw new IllegalStateException("unknown state of attempt " + name);
    };
  }

  private static GatewayReference reference(SqlRow row) throws SQLException {
    return new GatewayReference(row.text("attempt_reference"));
  }

  private static String name(AttemptState state) {
    return switch (state) {
      case AttemptState.Created _ -> "CREATED";
      case AttemptState.Prepared _ -> "PREPARED";
      case AttemptState.Sent _ -> "SENT";
      case AttemptState.Captured _ -> "CAPTURED";
      case AttemptState.Declined _ -> "DECLINED";
      case AttemptState.Voided _ -> "VOIDED";
    };
  }

  private static @Nullable String reference(AttemptState state) {
    return switch (state) {
      case AttemptState.Prepared(var reference) -> reference.value();
      case AttemptState.Sent(var reference, _) -> reference.value();
      case AttemptState.Captured(var reference, _) -> reference.value();
      case AttemptState.Created _, AttemptState.Declined _, AttemptState.Voided _ -> null;
    };
  }

  private static @Nullable Instant firstSentAt(AttemptState state) {
    return state instanceof AttemptState.Sent(_, var at) ? at : null;
  }

  private static @Nullable Instant settledAt(AttemptState state) {
    return switch (state) {
      case AttemptState.Captured(_, var at) -> at;
      case AttemptState.Declined(var at, _) -> at;
      case AttemptState.Voided(var at) -> at;
      case AttemptState.Created _, AttemptState.Prepared _, AttemptState.Sent _ -> null;
    };
  }
}
