package org.orders.adapter.stripe;

import com.google.gson.JsonObject;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.payment.WebhookReading.Fault;

/** Reads Stripe's webhooks. Without a secret none is believed. */
final class StripeWebhooks {

  /** Tells the client to leave the time to us: it knows no clock but its own, and no future. */
  private static final long ANY_TIME = 0;

  private final Optional<String> secret;

  StripeWebhooks(Optional<String> secret) {
    this.secret = secret.map(String::strip).filter(value -> !value.isEmpty());
  }

  WebhookReading read(WebhookDelivery delivery, Instant now) {
    String header = delivery.header("Stripe-Signature").orElse("");
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    if (secret.isEmpty() || !isSigned(body, header, secret.get())) {
      return new WebhookReading.Rejected(Fault.FORGED);
    }
    if (!isFresh(header, now)) {
      return new WebhookReading.Rejected(Fault.STALE);
    }
    return StripeJson.object(body)
        .map(StripeWebhooks::read)
        .orElseGet(() -> new WebhookReading.Rejected(Fault.UNREADABLE));
  }

  private static boolean isSigned(String body, String header, String secret) {
    try {
      return Webhook.Signature.verifyHeader(body, header, secret, ANY_TIME);
    } catch (SignatureVerificationException | RuntimeException forged) {
      // The client answers some malformed headers with whatever it trips over.
      return false;
    }
  }

  private static boolean isFresh(String header, Instant now) {
    for (String part : header.split(",", -1)) {
      if (part.startsWith("t=")) {
        try {
          Instant signedAt = Instant.ofEpochSecond(Long.parseLong(part.substring(2)));
          return Duration.between(signedAt, now).abs().compareTo(PaymentGateway.WEBHOOK_TOLERANCE)
              <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException noTime) {
          return false;
        }
      }
    }
    return false;
  }

  private static WebhookReading read(JsonObject event) {
    String id = StripeJson.text(event, "id");
    Optional<JsonObject> object =
        StripeJson.object(event, "data").flatMap(data -> StripeJson.object(data, "object"));
    if (id.isEmpty() || object.isEmpty()) {
      return new WebhookReading.Rejected(Fault.UNREADABLE);
    }
    // Refunds and charges name the intent they belong to; what does not is none of ours.
    String intent =
        StripeJson.text(event, "type").startsWith("payment_intent.")
            ? StripeJson.text(object.get(), "id")
            : StripeJson.reference(object.get(), "payment_intent");
    return new WebhookReading.Accepted(
        intent.isBlank() || intent.length() > 255
            ? List.of()
            : List.of(new GatewayEvent(id, new GatewayReference(intent))));
  }
}
