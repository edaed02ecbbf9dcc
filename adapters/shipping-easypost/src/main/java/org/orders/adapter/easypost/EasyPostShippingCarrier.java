package org.orders.adapter.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.easypost.EasyPostClient.Answer;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.InvalidValue;

/**
 * EasyPost, by whom many carriers are reached. It knows no keys of ours; but a shipment of its own
 * is bought once, and that is created first. Whoever asks for a label is told what EasyPost has,
 * and only where it has nothing an offer is bought.
 */
@Singleton
@Named(EasyPostShippingCarrier.NAME)
public final class EasyPostShippingCarrier implements ShippingCarrier {

  static final String NAME = "easypost";

  /** It becomes part of addresses that we call. */
  private static final Pattern ID = Pattern.compile("shp_[0-9A-Za-z]{1,64}");

  /** Offers older than this are asked for anew. */
  private static final Duration OFFERS_LAST = Duration.ofHours(20);

  /** How soon after a purchase a carrier may not know yet what it is to refund. */
  private static final Duration REFUND_LAG = Duration.ofHours(2);

  private final Optional<EasyPostClient> client;
  private final EasyPostParcel parcel;
  private final EasyPostEvents events;
  private final InstantSource clock;

  /** As configured. Without a key every call is refused. */
  @Inject
  EasyPostShippingCarrier(
      @ConfigProperty(
              name = "orders.shipping.easypost.base-url",
              defaultValue = "https://api.easypost.com")
          String baseUrl,
      @ConfigProperty(name = "orders.shipping.easypost.api-key") Optional<String> apiKey,
      @ConfigProperty(name = "orders.shipping.easypost.webhook-secret")
          Optional<String> webhookSecret,
      @ConfigProperty(
              name = "orders.shipping.easypost.accept-undated-events",
              defaultValue = "false")
          boolean acceptUndated,
      @ConfigProperty(name = "orders.shipping.easypost.carrier-accounts")
          Optional<List<String>> carrierAccounts,
      @ConfigProperty(name = "orders.shipping.easypost.box-ounces", defaultValue = "8")
          BigDecimal boxOunces,
      @ConfigProperty(name = "orders.shipping.easypost.piece-ounces", defaultValue = "8")
          BigDecimal pieceOunces,
      @ConfigProperty(name = "orders.shipping.easypost.box-inches", defaultValue = "10,8,4")
          List<BigDecimal> boxInches,
      @ConfigProperty(name = "orders.shipping.easypost.connect-timeout", defaultValue = "3s")
          Duration connectTimeout,
      @ConfigProperty(name = "orders.shipping.easypost.timeout", defaultValue = "20s")
          Duration timeout,
      Sender sender,
      InstantSource clock) {
    this(
        apiKey
            .filter(key -> !key.isBlank())
            .map(key -> new EasyPostClient(baseUrl, key, connectTimeout, timeout)),
        new EasyPostParcel(
            sender, boxOunces, pieceOunces, boxInches, carrierAccounts.orElse(List.of())),
        new EasyPostEvents(webhookSecret, acceptUndated),
        clock);
  }

  EasyPostShippingCarrier(
      Optional<EasyPostClient> client,
      EasyPostParcel parcel,
      EasyPostEvents events,
      InstantSource clock) {
    this.client = client;
    this.parcel = parcel;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** EasyPost waits for slow carriers; what took it longer than this has failed. */
  @Override
  public Duration inFlight() {
    return Duration.ofMinutes(10);
  }

  private EasyPostClient client() {
    return client.orElseThrow(CarrierUnavailable::new);
  }

  /** Creates a shipment: it costs nothing, and is forgotten where it is not bought. */
  @Override
  public LabelPreparation prepare(LabelRequest request) {
    Answer answer =
        client().post("/v2/shipments", parcel.of(request, client().object())).orElse(null);
    if (answer == null) {
      return new LabelPreparation.Unavailable();
    }
    if (!answer.isGood()) {
      return EasyPostRefusal.of(answer)
          .<LabelPreparation>map(LabelPreparation.Refused::new)
          .orElseGet(LabelPreparation.Unavailable::new);
    }
    String id = answer.body().path("id").asText("");
    if (!ID.matcher(id).matches()) {
      return new LabelPreparation.Unavailable();
    }
    return lacking(EasyPostRates.of(answer.body()), request)
        .<LabelPreparation>map(LabelPreparation.Refused::new)
        .orElseGet(() -> new LabelPreparation.Prepared(new CarrierReference(id)));
  }

  /** Why none of the offers will do. */
  private static Optional<LabelRefusal> lacking(EasyPostRates rates, LabelRequest request) {
    if (rates.areEmpty()) {
      return Optional.of(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    }
    return rates.cheapest(request.service()).isEmpty()
        ? Optional.of(LabelRefusal.SERVICE_NOT_AVAILABLE)
        : Optional.empty();
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    JsonNode shipment = find(request, reference).orElse(null);
    if (shipment == null) {
      return new LabelOutcome.Unknown();
    }
    LabelOutcome before = outcome(shipment);
    return before instanceof LabelOutcome.NotBought ? buy(request, reference, shipment) : before;
  }

  private LabelOutcome buy(LabelRequest request, CarrierReference reference, JsonNode shipment) {
    EasyPostRates rates = offers(reference, shipment);
    Optional<LabelRefusal> lacking = lacking(rates, request);
    if (lacking.isPresent()) {
      return new LabelOutcome.Refused(lacking.get());
    }
    var body = client().object();
    body.putObject("rate").put("id", rates.cheapest(request.service()).orElseThrow());
    Answer answer = client().post(path(reference) + "/buy", body).orElse(null);
    if (answer == null) {
      return new LabelOutcome.Unknown();
    }
    if (answer.isGood()) {
      LabelOutcome bought =
          isOf(answer.body(), request, reference)
              ? outcome(answer.body())
              : new LabelOutcome.Unknown();
      // It was bought just now: an answer without a label is no answer.
      return bought instanceof LabelOutcome.NotBought ? new LabelOutcome.Unknown() : bought;
    }
    // Somebody else may have bought it meanwhile, and a refusal would be of the second purchase.
    LabelOutcome now = lookUp(request, reference);
    return now instanceof LabelOutcome.NotBought
        ? EasyPostRefusal.of(answer)
            .<LabelOutcome>map(LabelOutcome.Refused::new)
            .orElseGet(LabelOutcome.Unknown::new)
        : now;
  }

  /** The offers that came with the shipment; new ones when those are too old. */
  private EasyPostRates offers(CarrierReference reference, JsonNode shipment) {
    EasyPostRates rates = EasyPostRates.of(shipment);
    Instant created = time(shipment.path("created_at").asText(""));
    if (created != null && created.plus(OFFERS_LAST).isAfter(clock.instant())) {
      return rates;
    }
    return client()
        .post(path(reference) + "/rerate", null)
        .filter(Answer::isGood)
        .map(answer -> EasyPostRates.of(answer.body()))
        .orElse(rates);
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return find(request, reference).map(this::outcome).orElseGet(LabelOutcome.Unknown::new);
  }

  /** The shipment at EasyPost; nothing where it cannot be seen now. */
  private Optional<JsonNode> find(LabelRequest request, CarrierReference reference) {
    return client()
        .get(path(reference))
        .filter(Answer::isGood)
        .map(Answer::body)
        .filter(shipment -> isOf(shipment, request, reference));
  }

  /** Guards against answers that are somebody else's: a proxy's, or of another request. */
  private static boolean isOf(JsonNode shipment, LabelRequest request, CarrierReference reference) {
    return shipment.path("id").asText("").equals(reference.value())
        && shipment.path("reference").asText("").equals(request.shipment().value().toString());
  }

  private LabelOutcome outcome(JsonNode shipment) {
    String refund = shipment.path("refund_status").asText("");
    if (isVoid(refund)) {
      return new LabelOutcome.Refused(LabelRefusal.VOIDED);
    }
    JsonNode postage = shipment.path("postage_label");
    String tracking = shipment.path("tracking_code").asText("");
    if (!postage.isObject()) {
      return new LabelOutcome.NotBought();
    }
    try {
      TrackingNumber number = new TrackingNumber(tracking);
      Instant estimated = time(shipment.path("selected_rate").path("delivery_date").asText(""));
      return client()
          .label(address(postage))
          .<LabelOutcome>map(label -> new LabelOutcome.Bought(number, label, estimated))
          .orElseGet(LabelOutcome.Unknown::new);
    } catch (InvalidValue noNumber) {
      return new LabelOutcome.Unknown();
    }
  }

  private static String address(JsonNode postage) {
    String pdf = postage.path("label_pdf_url").asText("");
    return pdf.isBlank() ? postage.path("label_url").asText("") : pdf;
  }

  /** A label that a carrier bills only when it is scanned needs no refund: not applicable. */
  private static boolean isVoid(String refundStatus) {
    return switch (refundStatus) {
      case "submitted", "refunded", "not_applicable" -> true;
      default -> false;
    };
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    JsonNode shipment = find(request, reference).orElse(null);
    if (shipment == null) {
      return new VoidOutcome.Unknown();
    }
    if (isVoid(shipment.path("refund_status").asText(""))) {
      return new VoidOutcome.Voided();
    }
    if (!shipment.path("postage_label").isObject()) {
      return new VoidOutcome.NothingBought();
    }
    return refund(request, reference);
  }

  private VoidOutcome refund(LabelRequest request, CarrierReference reference) {
    Answer answer = client().post(path(reference) + "/refund", null).orElse(null);
    if (answer == null) {
      return new VoidOutcome.Unknown();
    }
    boolean refused =
        answer.isGood()
            ? answer.body().path("refund_status").asText("").equals("rejected")
            : answer.errorCode().startsWith("SHIPMENT.REFUND.");
    // What was refused may be refused because it is done already.
    JsonNode now = answer.isGood() ? answer.body() : find(request, reference).orElse(answer.body());
    if (isVoid(now.path("refund_status").asText(""))) {
      return new VoidOutcome.Voided();
    }
    return refused && !isYoung(now) ? new VoidOutcome.TooLate() : new VoidOutcome.Unknown();
  }

  /** Right after a purchase a refund may be refused that is granted later. */
  private boolean isYoung(JsonNode shipment) {
    Instant bought = time(shipment.path("postage_label").path("created_at").asText(""));
    return bought == null || bought.plus(REFUND_LAG).isAfter(clock.instant());
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static String path(CarrierReference reference) {
    return "/v2/shipments/" + reference.value();
  }

  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    return events.read(delivery, now);
  }

  /** Hides key and secret. */
  @Override
  public String toString() {
    return "EasyPostShippingCarrier";
  }
}
