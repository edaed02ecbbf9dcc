package org.orders.adapter.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.payment.WebhookReading.Fault;

/**
 * Reads webhooks in the simulated gateway's name: {@code {"id": "…", "charge": "<reference>"}} with
 * a header {@code Simulator-Signature: t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">}. The simulator
 * sends none by itself; tests do. Without a secret none is believed.
 */
final class SimulatorWebhooks {

  static final String HEADER = "Simulator-Signature";

  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private final Optional<String> secret;
  private final ObjectMapper json = new ObjectMapper();

  SimulatorWebhooks(Optional<String> secret) {
    this.secret = secret.filter(value -> !value.isBlank());
  }

  WebhookReading read(WebhookDelivery delivery, Instant now) {
    Matcher signature = SIGNATURE.matcher(delivery.header(HEADER).orElse(""));
    if (secret.isEmpty() || !signature.matches()) {
      return new WebhookReading.Rejected(Fault.FORGED);
    }
    byte[] expected = hmac(secret.get(), signature.group(1), delivery.body());
    if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature.group(2)))) {
      return new WebhookReading.Rejected(Fault.FORGED);
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
    if (Duration.between(signedAt, now).abs().compareTo(PaymentGateway.WEBHOOK_TOLERANCE) > 0) {
      return new WebhookReading.Rejected(Fault.STALE);
    }
    return read(delivery.body());
  }

  private WebhookReading read(byte[] body) {
    try {
      JsonNode event = json.readTree(body);
      String id = event.path("id").asText("");
      String charge = event.path("charge").asText("");
      if (id.isBlank() || charge.isBlank()) {
        return new WebhookReading.Rejected(Fault.UNREADABLE);
      }
      return new WebhookReading.Accepted(
          List.of(new GatewayEvent(id, new GatewayReference(charge))));
    } catch (JacksonException | IllegalArgumentException notJson) {
      return new WebhookReading.Rejected(Fault.UNREADABLE);
    } catch (IOException impossible) {
      throw new IllegalStateException("reading bytes in memory", impossible);
    }
  }

  /** What is signed with: over the time and the body, so that neither can be changed. */
  static byte[] hmac(String secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }
}
