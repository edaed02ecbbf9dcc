package org.orders.adapter.signedjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.adapter.signedjson.SignedJsonClient.Answer;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardSummary;
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
import org.orders.domain.payment.RefundOutcome.Reason;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.payment.WebhookReading.Fault;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Money;

/** A gateway that speaks signed JSON, as docs/payment-http.md describes it. */
@Singleton
@Named(SignedJsonPaymentGateway.NAME)
public final class SignedJsonPaymentGateway implements PaymentGateway, CardVault {

  static final String NAME = "http";

  private final Optional<SignedJsonKey> key;
  private final Optional<SignedJsonClient> client;

  /** As configured. Without base URL and secret every call is refused. */
  @Inject
  SignedJsonPaymentGateway(
      @ConfigProperty(name = "orders.payment.http.base-url") Optional<String> baseUrl,
      @ConfigProperty(name = "orders.payment.http.secret") Optional<String> secret,
      @ConfigProperty(name = "orders.payment.http.timeout", defaultValue = "10s") Duration timeout,
      InstantSource clock) {
    this.key = secret.filter(text -> !text.isBlank()).map(SignedJsonKey::new);
    this.client =
        baseUrl.flatMap(
            url -> key.map(secretKey -> new SignedJsonClient(url, secretKey, timeout, clock)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CardVault vault() {
    return this;
  }

  /** What the protocol asks of the gateway. */
  @Override
  public Duration keyLifetime() {
    return Duration.ofHours(24);
  }

  private SignedJsonClient client() {
    return client.orElseThrow(GatewayUnavailable::new);
  }

  @Override
  public TokenizedCard tokenize(Card card) {
    ObjectNode body = client().object();
    body.put("number", card.number().value());
    body.put("expiryMonth", card.expiry().getMonthValue());
    body.put("expiryYear", card.expiry().getYear());
    body.put("cvc", card.cvc());
    body.put("holder", card.holder());
    Answer answer = client().send("POST", "/tokens", body).orElseThrow(GatewayUnavailable::new);
    if (answer.status() == 422 && !answer.text("field").isEmpty()) {
      throw new InvalidValue(answer.text("field"), "is not accepted by the payment gateway");
    }
    if (!answer.isGood() || answer.text("token").isEmpty()) {
      throw new GatewayUnavailable();
    }
    return new TokenizedCard(
        new PaymentToken(answer.text("token")),
        new CardSummary(answer.text("brand"), answer.text("last4")));
  }

  /** Nothing to announce: our own id names the charge. */
  @Override
  public Preparation prepare(Charge charge) {
    return new Preparation.Prepared(new GatewayReference(charge.attempt().value().toString()));
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    ObjectNode body = money(charge.amount());
    body.put("token", charge.token().value());
    body.put("paymentId", charge.payment().value().toString());
    body.put("orderId", charge.order().value().toString());
    return read(client().send("PUT", path(reference), body), charge);
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return read(client().send("GET", path(reference), null), charge);
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return read(client().send("DELETE", path(reference), null), charge);
  }

  private static ChargeOutcome read(Optional<Answer> reply, Charge charge) {
    if (reply.isEmpty()) {
      return new ChargeOutcome.Unknown();
    }
    Answer answer = reply.get();
    if (answer.status() == 404) {
      return new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
    }
    return switch (answer.isGood() ? answer.text("status") : "") {
      case "captured" ->
          isOf(charge.amount(), answer)
              ? new ChargeOutcome.Captured()
              : new ChargeOutcome.Unknown();
      case "declined" -> new ChargeOutcome.Declined(reason(answer));
      case "not_taken", "closed" -> new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
      // Pending, or something the protocol does not know.
      default -> new ChargeOutcome.Unknown();
    };
  }

  private static DeclineReason reason(Answer answer) {
    try {
      return DeclineReason.valueOf(answer.text("reason").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException notOurWord) {
      return DeclineReason.OTHER;
    }
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return read(client().send("PUT", path(request), money(request.amount())), request);
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return read(client().send("GET", path(request), null), request);
  }

  private static RefundOutcome read(Optional<Answer> reply, RefundRequest request) {
    if (reply.isEmpty()) {
      return new RefundOutcome.Unknown();
    }
    Answer answer = reply.get();
    if (answer.status() == 404) {
      return new RefundOutcome.NotMade();
    }
    return switch (answer.isGood() ? answer.text("status") : "") {
      case "succeeded" ->
          isOf(request.amount(), answer)
              ? new RefundOutcome.Succeeded()
              : new RefundOutcome.Unknown();
      case "failed" -> new RefundOutcome.Failed(refundReason(answer));
      default -> new RefundOutcome.Unknown();
    };
  }

  private static Reason refundReason(Answer answer) {
    return switch (answer.text("reason")) {
      case "exceeds_charge" -> Reason.EXCEEDS_CHARGE;
      case "nothing_captured" -> Reason.NOTHING_CAPTURED;
      case "rejected_by_bank" -> Reason.REJECTED_BY_BANK;
      default -> Reason.OTHER;
    };
  }

  private static boolean isOf(Money amount, Answer answer) {
    return answer.text("amount").equals(amount.amount().toPlainString())
        && answer.text("currency").equals(amount.currency().getCurrencyCode());
  }

  private ObjectNode money(Money amount) {
    return client()
        .object()
        .put("amount", amount.amount().toPlainString())
        .put("currency", amount.currency().getCurrencyCode());
  }

  private static String path(GatewayReference reference) {
    return "/charges/" + reference.value();
  }

  private static String path(RefundRequest request) {
    return path(request.charge()) + "/refunds/" + request.refund().value();
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    String signature = delivery.header(SignedJsonKey.HEADER).orElse("");
    if (key.isEmpty() || client.isEmpty()) {
      return new WebhookReading.Rejected(Fault.FORGED);
    }
    return switch (key.get().verify(body, signature, now, WEBHOOK_TOLERANCE)) {
      case FORGED -> new WebhookReading.Rejected(Fault.FORGED);
      case STALE -> new WebhookReading.Rejected(Fault.STALE);
      case GENUINE ->
          client
              .get()
              .parse(body)
              .map(SignedJsonPaymentGateway::read)
              .orElseGet(() -> new WebhookReading.Rejected(Fault.UNREADABLE));
    };
  }

  private static WebhookReading read(JsonNode event) {
    String id = event.path("id").asText("");
    String charge = event.path("charge").asText("");
    if (id.isBlank() || charge.isBlank() || charge.length() > 255) {
      return new WebhookReading.Rejected(Fault.UNREADABLE);
    }
    return new WebhookReading.Accepted(List.of(new GatewayEvent(id, new GatewayReference(charge))));
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "SignedJsonPaymentGateway";
  }
}
