package org.orders.adapter.simulator;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.standin.Weather;
import org.orders.standin.Weather.Turn;
import org.orders.standin.Wire;

/**
 * The built-in gateway: it behaves like a real one, with books of its own, lost answers and cards
 * that fail, and takes no money.
 */
@Singleton
@Named(SimulatorPaymentGateway.NAME)
public final class SimulatorPaymentGateway implements PaymentGateway, CardVault {

  static final String NAME = "simulator";

  private final Ledger ledger;
  private final Wire<Call> wire;
  private final Duration delay;
  private final SimulatorWebhooks webhooks;

  /** What is called. */
  enum Call {
    TOKENIZE,
    CHARGE,
    REFUND,
    LOOK_UP
  }

  /**
   * As configured.
   *
   * @param delay how long each call that moves money takes, half of it before the books are
   *     written, half after
   * @param failureRate the share of calls that are lost, from 0 to 1
   */
  @Inject
  SimulatorPaymentGateway(
      DataSource database,
      @ConfigProperty(name = "orders.payment.simulator.delay", defaultValue = "0s") Duration delay,
      @ConfigProperty(name = "orders.payment.simulator.failure-rate", defaultValue = "0")
          double failureRate,
      @ConfigProperty(name = "orders.payment.simulator.webhook-secret")
          Optional<String> webhookSecret) {
    this(
        new Ledger(database),
        Weather.failing("orders.payment.simulator.failure-rate", failureRate),
        delay,
        webhookSecret);
  }

  SimulatorPaymentGateway(
      Ledger ledger, Weather<Call> weather, Duration delay, Optional<String> webhookSecret) {
    this.ledger = ledger;
    this.wire = new Wire<>("simulated gateway", weather);
    this.delay = delay;
    this.webhooks = new SimulatorWebhooks(webhookSecret);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CardVault vault() {
    return this;
  }

  /** For ever: the books forget nothing. A day is what real gateways promise. */
  @Override
  public Duration keyLifetime() {
    return Duration.ofHours(24);
  }

  @Override
  public TokenizedCard tokenize(Card card) {
    if (wire.turn(Call.TOKENIZE) != Turn.FAIR) {
      throw new GatewayUnavailable();
    }
    return new TokenizedCard(Scenario.of(card.number()).newToken(), card.summary());
  }

  @Override
  public Preparation prepare(Charge charge) {
    return new Preparation.Prepared(new GatewayReference("sim_" + charge.attempt().value()));
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    return call(Call.CHARGE, new ChargeOutcome.Unknown(), () -> decide(charge));
  }

  private ChargeOutcome decide(Charge charge) throws SQLException {
    Scenario scenario = Scenario.of(charge.token());
    Optional<DeclineReason> decline = scenario.decline();
    if (decline.isPresent()) {
      return ledger.decline(charge, decline.get());
    }
    return switch (scenario) {
      case FAILS_FOR_A_WHILE -> tryFlaky(charge);
      case ANSWER_LOST -> {
        // Only the first answer is lost: who sends it again under its key is told.
        boolean first = ledger.find(charge.attempt()) instanceof ChargeOutcome.NotTaken;
        ChargeOutcome outcome = ledger.capture(charge);
        yield first ? new ChargeOutcome.Unknown() : outcome;
      }
      default -> ledger.capture(charge);
    };
  }

  private ChargeOutcome tryFlaky(Charge charge) throws SQLException {
    ChargeOutcome before = ledger.find(charge.attempt());
    boolean settled = !(before instanceof ChargeOutcome.NotTaken);
    if (settled || ledger.failsOnceMore(charge.token())) {
      return before;
    }
    return ledger.capture(charge);
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return call(Call.LOOK_UP, new ChargeOutcome.Unknown(), () -> ledger.find(charge.attempt()));
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return call(Call.LOOK_UP, new ChargeOutcome.Unknown(), () -> ledger.close(charge));
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return call(Call.REFUND, new RefundOutcome.Unknown(), () -> ledger.refund(request));
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return call(Call.LOOK_UP, new RefundOutcome.Unknown(), () -> ledger.find(request));
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    return webhooks.read(delivery, now);
  }

  private <T> T call(Call call, T unknown, Wire.Deed<T> deed) {
    Duration takes = call == Call.LOOK_UP ? Duration.ZERO : delay;
    return wire.call(call, takes, unknown, deed);
  }

  /** Hides its secret. */
  @Override
  public String toString() {
    return "SimulatorPaymentGateway";
  }
}
