package org.orders.adapter.persistence.payment;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.Money;

/** A row of the table of payments with its latest attempt. */
public final class PaymentRow {

  /** The columns that {@link #read} reads, named so that they may stand beside an order's. */
  public static final String COLUMNS =
      """
      p.id AS payment_id, p.order_id AS payment_order_id, p.amount_minor AS payment_amount_minor,
      p.currency AS payment_currency, p.status AS payment_status,
      p.authorized_at AS payment_authorized_at, p.captured_at AS payment_captured_at,
      p.voided_at AS payment_voided_at, p.declined_at AS payment_declined_at,
      p.decline_reason AS payment_decline_reason, p.refunded_minor AS payment_refunded_minor,
      p.refunding_minor AS payment_refunding_minor, p.created_at AS payment_created_at,
      p.updated_at AS payment_updated_at, p.version AS payment_version,\s"""
          + AttemptRow.COLUMNS;

  /** Where the attempt's columns come from, to stand behind the table of payments. */
  public static final String WITH_ATTEMPT = " LEFT JOIN payment_attempt a ON a.id = p.attempt_id";

  private PaymentRow() {}

  /** The payment in a row of a native statement's answer. */
  public static Payment read(SqlRow row) throws SQLException {
    @Nullable Attempt attempt = AttemptRow.readIfPresent(row);
    return new Payment(
        new PaymentId(row.uuid("payment_id")),
        new OrderId(row.uuid("payment_order_id")),
        row.money("payment_amount_minor", "payment_currency"),
        attempt == null ? new PaymentMethod.Invoice() : attempt.method(),
        state(row),
        attempt,
        row.instant("payment_created_at"),
        row.instant("payment_updated_at"),
        row.number("payment_version"));
  }

  /** The payment beside an order, where there is one. */
  public static @Nullable Payment readIfPresent(SqlRow row) throws SQLException {
    return row.uuidOrNull("payment_id") == null ? null : read(row);
  }

  /** How the method is called in the table. */
  static String method(Payment payment) {
    return switch (payment.method()) {
      case PaymentMethod.Invoice() -> "INVOICE";
      case PaymentMethod.Card _ -> "CARD";
      case PaymentMethod.Token _ -> "TOKEN";
    };
  }

  private static PaymentState state(SqlRow row) throws SQLException {
    return switch (PaymentStatus.valueOf(row.text("payment_status"))) {
      case PENDING -> new PaymentState.Pending();
      case AUTHORIZED -> new PaymentState.Authorized(row.instant("payment_authorized_at"));
      case CAPTURED, REFUNDED, PARTIALLY_REFUNDED ->
          new PaymentState.Captured(
              row.instant("payment_captured_at"),
              row.money("payment_refunded_minor", "payment_currency"),
              row.money("payment_refunding_minor", "payment_currency"));
      case DECLINED ->
          new PaymentState.Declined(
              row.instant("payment_declined_at"),
              DeclineReason.valueOf(row.text("payment_decline_reason")));
      case VOIDED -> new PaymentState.Voided(row.instant("payment_voided_at"));
    };
  }

  /** What the columns hold that depend on the state, in the order of {@link #STATE_COLUMNS}. */
  static @Nullable Object[] stateColumns(Payment payment) {
    PaymentState state = payment.state();
    @Nullable Instant authorized = state instanceof PaymentState.Authorized(var at) ? at : null;
    @Nullable Instant voided = state instanceof PaymentState.Voided(var at) ? at : null;
    @Nullable Instant captured = null;
    @Nullable Instant declined = null;
    @Nullable DeclineReason reason = null;
    long refunded = 0;
    long refunding = 0;
    if (state instanceof PaymentState.Captured(var at, Money back, Money goingBack)) {
      captured = at;
      refunded = back.minorUnits();
      refunding = goingBack.minorUnits();
    }
    if (state instanceof PaymentState.Declined(var at, var why)) {
      declined = at;
      reason = why;
    }
    return new @Nullable Object[] {
      payment.status(), authorized, captured, voided, declined, reason, refunded, refunding
    };
  }

  /** The columns that depend on the state. */
  static final String STATE_COLUMNS =
      "status, authorized_at, captured_at, voided_at, declined_at, decline_reason, refunded_minor,"
          + " refunding_minor";
}
