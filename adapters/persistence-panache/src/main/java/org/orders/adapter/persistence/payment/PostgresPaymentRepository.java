package org.orders.adapter.persistence.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentEvent;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.ConcurrentChange;

/**
 * Payments, by native statements: what is read after a lock was taken must be what is in the
 * database then, and not what a session saw before.
 */
@ApplicationScoped
public class PostgresPaymentRepository implements PaymentRepository {

  private static final String SELECT =
      "SELECT " + PaymentRow.COLUMNS + " FROM payment p" + PaymentRow.WITH_ATTEMPT + " WHERE ";

  private final Database database;

  PostgresPaymentRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return read("p.id = ?", id.value());
  }

  @Override
  public Optional<Payment> findByOrder(OrderId order) {
    return read("p.order_id = ?", order.value());
  }

  @Override
  public Optional<Payment> findByAttempt(AttemptId attempt) {
    return read(
        "p.id = (SELECT t.payment_id FROM payment_attempt t WHERE t.id = ?)", attempt.value());
  }

  @Override
  public Optional<Payment> findByReference(String gateway, GatewayReference reference) {
    return read(
        "p.id = (SELECT t.payment_id FROM payment_attempt t WHERE t.gateway = ?"
            + " AND t.reference = ?)",
        gateway,
        reference.value());
  }

  private Optional<Payment> read(String condition, Object... arguments) {
    return database.run(sql -> sql.queryOne(SELECT + condition, PaymentRow::read, arguments));
  }

  @Override
  public void add(PaymentDecision decision) {
    Payment payment = decision.payment();
    int added =
        database.run(
            sql ->
                sql.update(
                    "INSERT INTO payment (id, order_id, created_at, version, amount_minor,"
                        + " currency, method, attempt_id, updated_at, "
                        + PaymentRow.STATE_COLUMNS
                        + ") VALUES (?, ?, ?, ?, "
                        + CHANGEABLE
                        + ") ON CONFLICT (order_id) DO NOTHING",
                    arguments(
                        payment,
                        List.of(
                            payment.id().value(),
                            payment.orderId().value(),
                            payment.createdAt(),
                            payment.version()),
                        List.of())));
    require(added == 1);
    writeTheRest(decision);
  }

  @Override
  public void save(PaymentDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Payment payment = decision.payment();
    int saved =
        database.run(
            sql ->
                sql.update(
                    "UPDATE payment SET version = version + 1, (amount_minor, currency, method,"
                        + " attempt_id, updated_at, "
                        + PaymentRow.STATE_COLUMNS
                        + ") = ("
                        + CHANGEABLE
                        + ") WHERE id = ? AND version = ?",
                    arguments(
                        payment, List.of(), List.of(payment.id().value(), payment.version()))));
    require(saved == 1);
    writeTheRest(decision);
  }

  private static final String CHANGEABLE =
      "?, ?, ?, ?::uuid, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?,"
          + " ?, ?";

  private static @Nullable Object[] arguments(
      Payment payment, List<Object> before, List<Object> after) {
    Attempt attempt = payment.attempt();
    @Nullable UUID latest = attempt == null ? null : attempt.id().value();
    List<@Nullable Object> arguments = new ArrayList<>(before);
    arguments.add(payment.amount().minorUnits());
    arguments.add(payment.amount().currency().getCurrencyCode());
    arguments.add(PaymentRow.method(payment));
    arguments.add(latest);
    arguments.add(payment.updatedAt());
    for (@Nullable Object column : PaymentRow.stateColumns(payment)) {
      arguments.add(column);
    }
    arguments.addAll(after);
    return arguments.toArray();
  }

  private void writeTheRest(PaymentDecision decision) {
    database.run(
        sql -> {
          for (Attempt attempt : decision.attempts()) {
            AttemptRow.write(sql, decision.payment().id(), attempt);
          }
          for (PaymentEvent event : decision.events()) {
            announce(sql, decision.payment(), event);
          }
          return decision;
        });
  }

  private static void announce(Sql sql, Payment payment, PaymentEvent event) throws SQLException {
    sql.update(
        "INSERT INTO outbox (order_id, type, payload, at) VALUES (?, ?, ?::jsonb, ?)",
        payment.orderId().value(),
        PaymentEventJson.type(event),
        PaymentEventJson.payload(payment, event),
        event.at());
  }

  private static void require(boolean done) {
    if (!done) {
      throw new ConcurrentChange();
    }
  }
}
