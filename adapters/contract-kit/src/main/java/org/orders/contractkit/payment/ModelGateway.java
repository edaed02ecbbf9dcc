package org.orders.contractkit.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.payment.GatewayBench.Signed;
import org.orders.contractkit.payment.ModelBooks.Entry;
import org.orders.contractkit.shared.ModelSignature;
import org.orders.contractkit.shared.ModelWeather;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;

/** A gateway in memory that keeps the contract: for tests of those who use one. */
public final class ModelGateway implements PaymentGateway, CardVault {

  private final ModelBooks books;
  private final ModelWeather<Call> weather;
  private final String webhookSecret;
  private final Map<String, TestCard> cards = new ConcurrentHashMap<>();

  public ModelGateway(ModelBooks books, ModelWeather<Call> weather, String webhookSecret) {
    this.books = books;
    this.weather = weather;
    this.webhookSecret = webhookSecret;
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public CardVault vault() {
    return this;
  }

  @Override
  public Duration keyLifetime() {
    return Duration.ofHours(24);
  }

  @Override
  public TokenizedCard tokenize(Card card) {
    if (weather.turn(Call.TOKENIZE) != ModelWeather.Turn.FAIR) {
      throw new GatewayUnavailable();
    }
    String token = "model-" + UUID.randomUUID();
    TestCard known = TestCard.GOOD;
    for (TestCard testCard : TestCard.values()) {
      known = testCard.number().equals(card.number().value()) ? testCard : known;
    }
    cards.put(token, known);
    return new TokenizedCard(new PaymentToken(token), card.summary());
  }

  @Override
  public Preparation prepare(Charge charge) {
    return new Preparation.Prepared(new GatewayReference("model-" + charge.attempt().value()));
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    return switch (weather.turn(Call.CHARGE)) {
      case FAIR -> outcome(books.charge(charge, fate(charge.token())));
      case ANSWER_LOST -> {
        books.charge(charge, fate(charge.token()));
        yield new ChargeOutcome.Unknown();
      }
      case REQUEST_LOST -> new ChargeOutcome.Unknown();
    };
  }

  private Entry fate(PaymentToken token) {
    return switch (cards.get(token.value())) {
      case GOOD -> new Entry.Captured();
      case DECLINED -> new Entry.Declined(DeclineReason.CARD_DECLINED);
      case POOR -> new Entry.Declined(DeclineReason.INSUFFICIENT_FUNDS);
      case null -> new Entry.Declined(DeclineReason.INVALID_TOKEN);
    };
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return weather.turn(Call.LOOK_UP) == ModelWeather.Turn.FAIR
        ? outcome(books.find(charge.attempt()))
        : new ChargeOutcome.Unknown();
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return outcome(books.charge(charge, new Entry.Closed()));
  }

  private static ChargeOutcome outcome(Entry entry) {
    return switch (entry) {
      case Entry.Captured() -> new ChargeOutcome.Captured();
      case Entry.Declined(var reason) -> new ChargeOutcome.Declined(reason);
      case Entry.Closed(), Entry.Absent() ->
          new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
    };
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return switch (weather.turn(Call.REFUND)) {
      case FAIR -> books.refund(request);
      case ANSWER_LOST -> {
        books.refund(request);
        yield new RefundOutcome.Unknown();
      }
      case REQUEST_LOST -> new RefundOutcome.Unknown();
    };
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return weather.turn(Call.LOOK_UP) == ModelWeather.Turn.FAIR
        ? books.findRefund(request)
        : new RefundOutcome.Unknown();
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    String time = delivery.header("Model-Time").orElse("");
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    if (!ModelSignature.of(webhookSecret, time, body)
        .equals(delivery.header("Model-Signature").orElse(""))) {
      return new WebhookReading.Rejected(WebhookReading.Fault.FORGED);
    }
    try {
      if (Duration.between(Instant.parse(time), now).abs().compareTo(WEBHOOK_TOLERANCE) > 0) {
        return new WebhookReading.Rejected(WebhookReading.Fault.STALE);
      }
    } catch (DateTimeParseException noTime) {
      return new WebhookReading.Rejected(WebhookReading.Fault.UNREADABLE);
    }
    int space = body.indexOf(' ');
    return new WebhookReading.Accepted(
        List.of(
            new GatewayEvent(
                body.substring(0, space), new GatewayReference(body.substring(space + 1)))));
  }

  /** A webhook's delivery, as the model itself would sign it. */
  public static Signed sign(String secret, String eventId, GatewayReference charge, Instant at) {
    String body = eventId + " " + charge.value();
    String time = at.toString();
    return new Signed(
        Map.of("Model-Time", time, "Model-Signature", ModelSignature.of(secret, time, body)), body);
  }
}
