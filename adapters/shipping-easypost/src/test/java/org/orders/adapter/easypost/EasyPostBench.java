package org.orders.adapter.easypost;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.contractkit.fulfilment.CarrierBench;
import org.orders.contractkit.fulfilment.CarrierBooks;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** The EasyPost adapter with a server that speaks EasyPost's API. */
final class EasyPostBench implements CarrierBench, CarrierBooks {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final String API_KEY = "EZTK51Kf9dQeR";
  static final String WEBHOOK_SECRET = "whsec_easypost_7b2e";
  static final String PATH = "/carriers/easypost/events";

  /** Short, because tests wait for it; long enough for a busy machine. */
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  static final Sender SENDER =
      new Sender(
          new PersonName("Orders"),
          new Address(
              "1 Market Street", null, "San Francisco", "CA", "94105", new CountryCode("US")),
          new PhoneNumber("+14155550100"));

  private static final Map<ParcelStatus, String> WORDS =
      Map.of(
          ParcelStatus.ANNOUNCED, "pre_transit",
          ParcelStatus.ACCEPTED, "in_transit",
          ParcelStatus.READY_FOR_PICKUP, "available_for_pickup",
          ParcelStatus.FAILED, "failure",
          ParcelStatus.RETURNED, "return_to_sender");

  final FakeEasyPost easyPost = new FakeEasyPost();
  final EasyPostServer server = EasyPostServer.with(easyPost);
  private final ShippingCarrier carrier = carrier(List.of(), Optional.of(WEBHOOK_SECRET), false);

  ShippingCarrier carrier(
      List<String> carrierAccounts, Optional<String> secret, boolean acceptsUndated) {
    return new EasyPostShippingCarrier(
        Optional.of(
            new EasyPostClient(server.url() + "/", API_KEY, Duration.ofSeconds(2), TIMEOUT)),
        new EasyPostParcel(
            SENDER,
            new BigDecimal("8"),
            new BigDecimal("2.5"),
            List.of(new BigDecimal("10"), new BigDecimal("8"), new BigDecimal("4")),
            carrierAccounts),
        new EasyPostEvents(secret, acceptsUndated),
        () -> NOW);
  }

  @Override
  public ShippingCarrier carrier() {
    return carrier;
  }

  @Override
  public CarrierBooks books() {
    return this;
  }

  @Override
  public List<Sold> labels(ShipmentId shipment) {
    return easyPost.shipments().stream()
        .filter(entry -> entry.path("reference").asText().equals(shipment.value().toString()))
        .filter(entry -> entry.path("postage_label").isObject())
        .map(
            entry ->
                new Sold(
                    new TrackingNumber(entry.path("tracking_code").asText()),
                    (int) easyPost.refunds(entry.path("id").asText())))
        .toList();
  }

  @Override
  public void disturb(Call call, Fault fault, Deed deed) {
    server.disturb(call, EasyPostServer.Trouble.valueOf(fault.name()), deed);
  }

  @Override
  public Signed sign(Told told, Instant signedAt) {
    ObjectNode event = new ObjectMapper().createObjectNode();
    event.put("id", told.id()).put("object", "Event").put("description", "tracker.updated");
    ObjectNode tracker = event.putObject("result");
    String word = WORDS.getOrDefault(told.status(), told.status().name().toLowerCase(Locale.ROOT));
    tracker
        .put("id", "trk_" + told.tracking().value())
        .put("object", "Tracker")
        .put("tracking_code", told.tracking().value())
        .put("shipment_id", "shp_1")
        .put("status", word)
        .putNull("est_delivery_date");
    tracker
        .putArray("tracking_details")
        .addObject()
        .put("object", "TrackingDetail")
        .put("status", word)
        .put("datetime", told.at().toString())
        .put("message", "Somewhere on its way")
        .putObject("tracking_location")
        .put("city", "Reno")
        .put("state", "NV")
        .putNull("country");
    return sign(event.toString(), signedAt);
  }

  static Signed sign(String body, Instant at) {
    String time =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '-0000'", Locale.ENGLISH)
            .format(at.atOffset(ZoneOffset.UTC));
    byte[] hmac =
        EasyPostEvents.hmac(
            WEBHOOK_SECRET, time + "POST" + PATH, body.getBytes(StandardCharsets.UTF_8));
    return new Signed(
        Map.of(
            EasyPostEvents.TIMESTAMP,
            time,
            EasyPostEvents.PATH,
            PATH,
            EasyPostEvents.SIGNATURE,
            "hmac-sha256-hex=" + HexFormat.of().formatHex(hmac)),
        body);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(API_KEY, WEBHOOK_SECRET);
  }
}
