package org.orders.adapter.persistence.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.Money;

/** A row of the table of payments. */
@Entity
@Table(name = "payment")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class PaymentRow extends PanacheEntityBase {

  /** The columns that {@link #read} reads, named so that they may stand beside an order's. */
  public static final String COLUMNS =
      """
      p.id AS payment_id, p.order_id AS payment_order_id, p.amount_minor AS payment_amount_minor,
      p.currency AS payment_currency, p.method AS payment_method, p.status AS payment_status,
      p.authorized_at AS payment_authorized_at, p.captured_at AS payment_captured_at,
      p.voided_at AS payment_voided_at, p.created_at AS payment_created_at,
      p.updated_at AS payment_updated_at, p.version AS payment_version""";

  private static final String INVOICE = "INVOICE";

  @Id UUID id;

  @Column(name = "order_id")
  UUID orderId;

  @Column(name = "amount_minor")
  long amountMinor;

  String currency;
  String method;

  @Enumerated(EnumType.STRING)
  PaymentStatus status;

  @Column(name = "authorized_at")
  @Nullable Instant authorizedAt;

  @Column(name = "captured_at")
  @Nullable Instant capturedAt;

  @Column(name = "voided_at")
  @Nullable Instant voidedAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Version long version;

  static PaymentRow of(Payment payment) {
    PaymentRow row = new PaymentRow();
    row.id = payment.id().value();
    row.orderId = payment.orderId().value();
    row.createdAt = payment.createdAt();
    row.take(payment);
    return row;
  }

  /** Takes over what can change. */
  void take(Payment payment) {
    amountMinor = payment.amount().minorUnits();
    currency = payment.amount().currency().getCurrencyCode();
    method =
        switch (payment.method()) {
          case PaymentMethod.Invoice() -> INVOICE;
        };
    status = payment.status();
    authorizedAt = payment.state() instanceof PaymentState.Authorized(var at) ? at : null;
    capturedAt = payment.state() instanceof PaymentState.Captured(var at) ? at : null;
    voidedAt = payment.state() instanceof PaymentState.Voided(var at) ? at : null;
    updatedAt = payment.updatedAt();
  }

  Payment toPayment() {
    return new Payment(
        new PaymentId(id),
        new OrderId(orderId),
        new Money(amountMinor, Currency.getInstance(currency)),
        method(method),
        state(status, authorizedAt, capturedAt, voidedAt),
        createdAt,
        updatedAt,
        version);
  }

  /** The payment in a row of a native statement's answer. */
  public static Payment read(SqlRow row) throws SQLException {
    return new Payment(
        new PaymentId(row.uuid("payment_id")),
        new OrderId(row.uuid("payment_order_id")),
        row.money("payment_amount_minor", "payment_currency"),
        method(row.text("payment_method")),
        state(
            PaymentStatus.valueOf(row.text("payment_status")),
            row.instantOrNull("payment_authorized_at"),
            row.instantOrNull("payment_captured_at"),
            row.instantOrNull("payment_voided_at")),
        row.instant("payment_created_at"),
        row.instant("payment_updated_at"),
        row.number("payment_version"));
  }

  /** The payment beside an order, where there is one. */
  public static @Nullable Payment readIfPresent(SqlRow row) throws SQLException {
    return row.uuidOrNull("payment_id") == null ? null : read(row);
  }

  private static PaymentMethod method(String name) {
    if (!name.equals(INVOICE)) {
      throw new IllegalStateException("unknown method of payment " + name);
    }
    return new PaymentMethod.Invoice();
  }

  private static PaymentState state(
      PaymentStatus status,
      @Nullable Instant authorizedAt,
      @Nullable Instant capturedAt,
      @Nullable Instant voidedAt) {
    return switch (status) {
      case AUTHORIZED -> new PaymentState.Authorized(since(authorizedAt));
      case CAPTURED -> new PaymentState.Captured(since(capturedAt));
      case VOIDED -> new PaymentState.Voided(since(voidedAt));
      case PENDING, DECLINED, REFUNDED, PARTIALLY_REFUNDED ->
          throw new IllegalStateException("unknown state of payment " + status);
    };
  }

  private static Instant since(@Nullable Instant time) {
    if (time == null) {
      throw new IllegalStateException("the time of a payment's state is missing");
    }
    return time;
  }
}
