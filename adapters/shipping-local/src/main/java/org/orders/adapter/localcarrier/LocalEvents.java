package org.orders.adapter.localcarrier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.EventsReading.Fault;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.InvalidValue;

/**
 * Writes and reads events in the built-in carrier's name: {@code {"id", "trackingNumber", "status",
 * "at", "location"?, "detail"?, "estimatedDelivery"?}} with a header {@code Carrier-Signature:
 * t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">}.
 */
final class LocalEvents {

  static final String HEADER = "Carrier-Signature";

  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private final String secret;
  private final ObjectMapper json = new ObjectMapper();

  LocalEvents(String secret) {
    this.secret = secret;
  }

  EventsReading read(EventsDelivery delivery, Instant now) {
    Matcher signature = SIGNATURE.matcher(delivery.header(HEADER).orElse(""));
    if (!signature.matches()
        || !MessageDigest.isEqual(
            hmac(signature.group(1), delivery.body()),
            HexFormat.of().parseHex(signature.group(2)))) {
      return new EventsReading.Rejected(Fault.FORGED);
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
    if (Duration.between(signedAt, now).abs().compareTo(ShippingCarrier.EVENTS_TOLERANCE) > 0) {
      return new EventsReading.Rejected(Fault.STALE);
    }
    try {
      return new EventsReading.Accepted(List.of(event(json.readTree(delivery.body()))));
    } catch (JacksonException
        | IllegalArgumentException
        | InvalidValue
        | DateTimeException notAnEvent) {
      return new EventsReading.Rejected(Fault.UNREADABLE);
    } catch (IOException impossible) {
      throw new IllegalStateException("reading bytes in memory", impossible);
    }
  }

  private static CarrierEvent event(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new IllegalArgumentException("not an object");
    }
    String location = body.path("location").asText("");
    String estimated = body.path("estimatedDelivery").asText("");
    return new CarrierEvent(
        body.path("id").asText(""),
        new TrackingNumber(body.path("trackingNumber").asText("")),
        null,
        ParcelStatus.valueOf(body.path("status").asText("").toUpperCase(Locale.ROOT)),
        time(body.path("at").asText("")),
        location,
        body.path("detail").asText(""),
        estimated.isEmpty() ? null : time(estimated));
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** A delivery of one event, signed. */
  EventsDelivery delivery(CarrierEvent event, Instant signedAt) {
    byte[] body = write(event).getBytes(StandardCharsets.UTF_8);
    return new EventsDelivery(Map.of(HEADER, sign(body, signedAt)), body);
  }

  String write(CarrierEvent event) {
    ObjectNode body =
        json.createObjectNode()
            .put("id", event.id())
            .put("trackingNumber", event.tracking().value())
            .put("status", event.status().name())
            .put("at", event.at().toString())
            .put("detail", event.detail());
    if (event.location() != null) {
      body.put("location", event.location());
    }
    if (event.estimatedDelivery() != null) {
      body.put("estimatedDelivery", event.estimatedDelivery().toString());
    }
    return body.toString();
  }

  String sign(byte[] body, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(time, body));
  }

  private byte[] hmac(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "LocalEvents[***]";
  }
}
