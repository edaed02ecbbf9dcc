package org.orders.adapter.simulator;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.GatewayBooks;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.TestDatabase;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.shared.Money;
import org.orders.standin.Weather;

/** The simulated gateway with its ledger in a real PostgreSQL. */
final class SimulatorBench implements GatewayBench, GatewayBooks {

  private static final String SECRET = "whsec_simulator_3c1d";

  private final Map<SimulatorPaymentGateway.Call, Weather.Turn> next =
      new EnumMap<>(SimulatorPaymentGateway.Call.class);
  private final PaymentGateway gateway =
      new SimulatorPaymentGateway(
          new Ledger(TestDatabase.shared()), this::turn, Duration.ZERO, Optional.of(SECRET));

  private synchronized Weather.Turn turn(SimulatorPaymentGateway.Call call) {
    Weather.Turn turn = next.remove(call);
    return turn == null ? Weather.Turn.FAIR : turn;
  }

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public GatewayBooks books() {
    return this;
  }

  @Override
  public List<Money> captures(AttemptId attempt) {
    return ledger("CAPTURE", attempt);
  }

  @Override
  public List<Money> refunds(AttemptId attempt) {
    return ledger("REFUND", attempt);
  }

  private static List<Money> ledger(String kind, AttemptId attempt) {
    try (Connection connection = TestDatabase.shared().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT minor_units, currency FROM simulator.ledger"
                    + " WHERE kind = ? AND attempt_id = ?")) {
      select.setString(1, kind);
      select.setObject(2, attempt.value());
      List<Money> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(new Money(rows.getLong(1), Currency.getInstance(rows.getString(2))));
        }
      }
      return entries;
    } catch (SQLException failed) {
      // Nothing was ever booked: the books do not exist.
      if ("42P01".equals(failed.getSQLState())) {
        return List.of();
      }
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public synchronized void disturb(Call call, Fault fault, Deed deed) {
    next.put(
        SimulatorPaymentGateway.Call.valueOf(call.name()),
        deed == Deed.DONE ? Weather.Turn.ANSWER_LOST : Weather.Turn.REQUEST_LOST);
  }

  @Override
  public Signed sign(String eventId, GatewayReference charge, Instant at) {
    String body = "{\"id\": \"" + eventId + "\", \"charge\": \"" + charge.value() + "\"}";
    String time = Long.toString(at.getEpochSecond());
    byte[] signature = SimulatorWebhooks.hmac(SECRET, time, body.getBytes(StandardCharsets.UTF_8));
    return new Signed(
        Map.of(
            SimulatorWebhooks.HEADER, "t=" + time + ",v1=" + HexFormat.of().formatHex(signature)),
        body);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET);
  }
}
