package org.orders.adapter.signedjson;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;

/** The gateway SignedJson. Its tests say what is still to be written. */
@Singleton
@Named(SignedJsonPaymentGateway.NAME)
public final class SignedJsonPaymentGateway implements PaymentGateway, CardVault {

  static final String NAME = "http";

  private final Optional<SignedJsonClient> client;

  /** As configured. Without base URL and secret every call is refused. */
  @Inject
  SignedJsonPaymentGateway(
      @ConfigProperty(name = "orders.payment.http.base-url") Optional<String> baseUrl,
      @ConfigProperty(name = "orders.payment.http.secret") Optional<String> secret,
      @ConfigProperty(name = "orders.payment.http.timeout", defaultValue = "10s") Duration timeout,
      InstantSource clock) {
    this.client =
        baseUrl.flatMap(
            url ->
                secret
                    .filter(text -> !text.isBlank())
                    .map(SignedJsonKey::new)
                    .map(key -> new SignedJsonClient(url, key, timeout, clock)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CardVault vault() {
    return this;
  }

  @Override
  public Duration keyLifetime() {
    throw missing("keyLifetime", "say how long SignedJson remembers an idempotency key");
  }

  private SignedJsonClient client() {
    return client.orElseThrow(GatewayUnavailable::new);
  }

  @Override
  public TokenizedCard tokenize(Card card) {
    client();
    throw missing("tokenize", "say how SignedJson turns a card into a token");
  }

  @Override
  public Preparation prepare(Charge charge) {
    throw missing("prepare", "say how a charge is announced to SignedJson, before money moves");
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    throw missing("charge", "say how SignedJson takes money, once for an attempt's id");
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    throw missing("lookUp", "say how SignedJson is asked what became of a charge");
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    throw missing("close", "say how SignedJson is kept from taking money for an attempt given up");
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    throw missing("refund", "say how SignedJson gives money back, once for a refund's id");
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    throw missing("lookUpRefund", "say how SignedJson is asked what became of a refund");
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    throw missing("readWebhook", "say how SignedJson signs its webhooks and names a charge in them");
  }

  private static UnsupportedOperationException missing(String method, String what) {
    return new UnsupportedOperationException("SignedJsonPaymentGateway." + method + ": " + what);
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "SignedJsonPaymentGateway";
  }
}
