package org.orders.adapter.stripe;

import com.google.gson.JsonObject;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.GatewayBooks;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.shared.Money;

/** The Stripe adapter with a server that speaks Stripe's API. */
final class StripeBench implements GatewayBench, GatewayBooks {

  static final String API_KEY = "sk_test_51Kf9dQeR";
  private static final String WEBHOOK_SECRET = "whsec_stripe_7b2e";

  final FakeStripe stripe = new FakeStripe();
  final StripeServer server = StripeServer.with(stripe);
  private final PaymentGateway gateway =
      new StripePaymentGateway(
          server.url() + "/",
          Optional.of(API_KEY),
          Optional.of(WEBHOOK_SECRET),
          Duration.ofSeconds(2),
          TIMEOUT);

  /** Short, because tests wait for it; long enough for a busy machine. */
  static final Duration TIMEOUT = Duration.ofSeconds(1);

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
    return stripe.captures().stream()
        .filter(intent -> attemptOf(intent).equals(attempt.value().toString()))
        .map(intent -> money(intent, "amount_received"))
        .toList();
  }

  @Override
  public List<Money> refunds(AttemptId attempt) {
    return stripe.refunds().stream()
        .filter(
            refund ->
                stripe.captures().stream()
                    .anyMatch(
                        intent ->
                            intent.get("id").equals(refund.get("payment_intent"))
                                && attemptOf(intent).equals(attempt.value().toString())))
        .map(refund -> money(refund, "amount"))
        .toList();
  }

  private static String attemptOf(JsonObject intent) {
    return intent.getAsJsonObject("metadata").get("attempt_id").getAsString();
  }

  private static Money money(JsonObject object, String member) {
    return new Money(
        object.get(member).getAsLong(),
        Currency.getInstance(object.get("currency").getAsString().toUpperCase(Locale.ROOT)));
  }

  @Override
  public void disturb(Call call, Fault fault, Deed deed) {
    server.disturb(call, StripeServer.Trouble.valueOf(fault.name()), deed);
  }

  @Override
  public Signed sign(String eventId, GatewayReference charge, Instant at) {
    return sign(
        """
        {"id": "%s", "object": "event", "type": "payment_intent.succeeded",
         "data": {"object": {"id": "%s", "object": "payment_intent", "status": "succeeded"}}}
        """
            .formatted(eventId, charge.value()),
        at);
  }

  static Signed sign(String body, Instant at) {
    try {
      return new Signed(
          Map.of(
              "Stripe-Signature",
              Webhook.Signature.generateSignatureHeader(body, WEBHOOK_SECRET, at.getEpochSecond())),
          body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public Set<String> secrets() {
    return Set.of(API_KEY, WEBHOOK_SECRET);
  }
}
