package org.orders.adapter.easypost;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.EventsReading.Fault;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.InvalidValue;

/**
 * Reads EasyPost's webhooks. A tracker's update tells its whole story each time; each step of it is
 * an event that keeps its id. Without a secret nothing is believed.
 */
final class EasyPostEvents {

  static final String SIGNATURE = "X-Hmac-Signature-V2";
  static final String TIMESTAMP = "X-Timestamp";
  static final String PATH = "X-Path";

  /** EasyPost's older signature, over the body alone: it says nothing of when it was made. */
  static final String UNDATED_SIGNATURE = "X-Hmac-Signature";

  private static final Pattern FORM = Pattern.compile("(?:hmac-sha256-hex=)?([0-9a-f]{64})");

  private final Optional<String> secret;
  private final boolean acceptsUndated;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param acceptsUndated whether the older signature does where the newer one is missing
   */
  EasyPostEvents(Optional<String> secret, boolean acceptsUndated) {
    this.secret = secret.filter(text -> !text.isBlank());
    this.acceptsUndated = acceptsUndated;
  }

  EventsReading read(EventsDelivery delivery, Instant now) {
    if (secret.isEmpty()) {
      return new EventsReading.Rejected(Fault.FORGED);
    }
    Optional<Fault> fault =
        delivery.header(SIGNATURE).isPresent() || !acceptsUndated
            ? faultOfDated(delivery, secret.get(), now)
            : faultOf(delivery.header(UNDATED_SIGNATURE), hmac(secret.get(), "", delivery.body()));
    return fault.isPresent() ? new EventsReading.Rejected(fault.get()) : read(delivery.body());
  }

  private static Optional<Fault> faultOfDated(EventsDelivery delivery, String secret, Instant now) {
    String time = delivery.header(TIMESTAMP).orElse("");
    String path = delivery.header(PATH).orElse("");
    return faultOf(delivery.header(SIGNATURE), hmac(secret, time + "POST" + path, delivery.body()))
        .or(() -> faultOf(time, now));
  }

  private static Optional<Fault> faultOf(Optional<String> signature, byte[] expected) {
    Matcher form = FORM.matcher(signature.orElse(""));
    return form.matches() && MessageDigest.isEqual(expected, HexFormat.of().parseHex(form.group(1)))
        ? Optional.empty()
        : Optional.of(Fault.FORGED);
  }

  /** As mails write the time: {@code Tue, 19 Aug 2025 20:37:09 -0000}. */
  private static Optional<Fault> faultOf(String time, Instant now) {
    try {
      Instant signedAt = DateTimeFormatter.RFC_1123_DATE_TIME.parse(time, Instant::from);
      return Duration.between(signedAt, now).abs().compareTo(ShippingCarrier.EVENTS_TOLERANCE) > 0
          ? Optional.of(Fault.STALE)
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.of(Fault.UNREADABLE);
    }
  }

  private EventsReading read(byte[] body) {
    try {
      JsonNode event = json.readTree(body);
      JsonNode tracker = event == null ? json.nullNode() : event.path("result");
      return tracker.path("object").asText("").equals("Tracker")
          ? new EventsReading.Accepted(events(tracker))
          : new EventsReading.Accepted(List.of());
    } catch (JacksonException | IllegalArgumentException | InvalidValue notAnEvent) {
      return new EventsReading.Rejected(Fault.UNREADABLE);
    } catch (IOException impossible) {
      throw new IllegalStateException("reading bytes in memory", impossible);
    }
  }

  private static List<CarrierEvent> events(JsonNode tracker) {
    List<CarrierEvent> events = new ArrayList<>();
    for (JsonNode detail : tracker.path("tracking_details")) {
      event(tracker, detail).ifPresent(events::add);
    }
    return events;
  }

  /** Nothing for steps without a time, or of a kind that says nothing about the parcel. */
  private static Optional<CarrierEvent> event(JsonNode tracker, JsonNode detail) {
    Optional<ParcelStatus> status = status(detail.path("status").asText(""));
    Instant at = time(detail.path("datetime").asText(""));
    if (status.isEmpty() || at == null || !CarrierEvent.isPlausible(at)) {
      return Optional.empty();
    }
    String shipment = tracker.path("shipment_id").asText("");
    return Optional.of(
        new CarrierEvent(
            id(tracker, detail, at),
            new TrackingNumber(tracker.path("tracking_code").asText("")),
            shipment.isEmpty() ? null : new CarrierReference(shipment),
            status.get(),
            at,
            location(detail.path("tracking_location")),
            detail.path("message").asText(""),
            time(tracker.path("est_delivery_date").asText(""))));
  }

  private static Optional<ParcelStatus> status(String word) {
    return switch (word) {
      case "pre_transit" -> Optional.of(ParcelStatus.ANNOUNCED);
      case "in_transit" -> Optional.of(ParcelStatus.IN_TRANSIT);
      case "out_for_delivery" -> Optional.of(ParcelStatus.OUT_FOR_DELIVERY);
      case "available_for_pickup" -> Optional.of(ParcelStatus.READY_FOR_PICKUP);
      case "delivered" -> Optional.of(ParcelStatus.DELIVERED);
      case "failure" -> Optional.of(ParcelStatus.FAILED);
      case "return_to_sender" -> Optional.of(ParcelStatus.RETURNED);
      // "unknown", "cancelled" (the label is void) and "error" (of the tracker).
      default -> Optional.empty();
    };
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable String location(JsonNode place) {
    String joined =
        Stream.of("city", "state", "country")
            .map(part -> place.path(part).asText(""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? null : joined;
  }

  /** EasyPost names deliveries, not steps: what a step says is its name. */
  private static String id(JsonNode tracker, JsonNode detail, Instant at) {
    String said =
        String.join(
            "\n",
            tracker.path("tracking_code").asText(""),
            at.toString(),
            detail.path("status").asText(""),
            detail.path("status_detail").asText(""),
            detail.path("message").asText(""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return tracker.path("id").asText("trk") + "-" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** The secret is normalised first, as EasyPost's own clients do. */
  static byte[] hmac(String secret, String before, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      String key = Normalizer.normalize(secret, Normalizer.Form.NFKD);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "EasyPostEvents[***]";
  }
}
