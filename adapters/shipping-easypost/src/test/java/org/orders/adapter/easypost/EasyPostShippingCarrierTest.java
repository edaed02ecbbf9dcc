package org.orders.adapter.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.adapter.easypost.EasyPostServer.Trouble;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.fulfilment.CarrierBench.Signed;
import org.orders.contractkit.fulfilment.Counter;
import org.orders.contractkit.shared.Deed;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.EventsReading.Fault;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;

/** What is EasyPost's own, beyond what every carrier must do. */
class EasyPostShippingCarrierTest {

  private final EasyPostBench bench = new EasyPostBench();
  private final ShippingCarrier carrier = bench.carrier();
  private final LabelRequest request = Counter.newRequest();

  private CarrierReference prepare(LabelRequest of) {
    return ((LabelPreparation.Prepared) carrier.prepare(of)).reference();
  }

  private JsonNode asked() {
    return bench.easyPost.shipments().getFirst().path("asked");
  }

  private JsonNode sold() {
    return bench.easyPost.shipments().getFirst();
  }

  @Test
  void aParcelIsDescribedInEasyPostsWords() {
    prepare(request);

    JsonNode asked = asked();
    assertThat(asked.path("to_address").path("name").asText()).isEqualTo("Adelheid Quittenbaum");
    assertThat(asked.path("to_address").path("zip").asText()).isEqualTo("13347");
    assertThat(asked.path("from_address").path("city").asText()).isEqualTo("San Francisco");
    // A box of 8 ounces and two pieces of 2.5.
    assertThat(asked.path("parcel").path("weight").decimalValue()).isEqualByComparingTo("13");
    assertThat(asked.path("options").path("label_format").asText()).isEqualTo("PDF");
    assertThat(asked.path("carrier_accounts").isMissingNode()).isTrue();
    assertThat(asked.toString()).as("what no carrier needs").doesNotContain("example.org");
  }

  @Test
  void whatCrossesABorderIsDeclared() {
    prepare(request);

    JsonNode item = asked().path("customs_info").path("customs_items").path(0);
    assertThat(item.path("description").asText()).isEqualTo("Green tea");
    assertThat(item.path("quantity").asInt()).isEqualTo(2);
    assertThat(item.path("value").decimalValue()).isEqualByComparingTo("9.80");
    assertThat(item.path("currency").asText()).isEqualTo("EUR");
  }

  @Test
  void onlyOurAccountsAreAsked() {
    bench.carrier(List.of("ca_1", "ca_2"), Optional.empty(), false).prepare(request);

    assertThat(asked().path("carrier_accounts").toString()).isEqualTo("[\"ca_1\",\"ca_2\"]");
  }

  @Test
  void theCheapestOfferIsTaken() {
    carrier.buyLabel(request, prepare(request));

    assertThat(sold().path("selected_rate").path("service").asText()).isEqualTo("GroundAdvantage");
  }

  @ParameterizedTest
  @CsvSource({"priority,Priority", "UPS Ground,Ground", "Usps GroundAdvantage,GroundAdvantage"})
  void aServiceIsNamedWithOrWithoutItsCarrier(String named, String taken) {
    LabelRequest by = Counter.by(named);
    carrier.buyLabel(by, prepare(by));

    assertThat(sold().path("selected_rate").path("service").asText()).isEqualTo(taken);
  }

  @Test
  void theLabelIsTheOneThatEasyPostKeeps() {
    LabelOutcome.Bought bought = (LabelOutcome.Bought) carrier.buyLabel(request, prepare(request));

    assertThat(new String(bought.label().pdf(), StandardCharsets.UTF_8))
        .isEqualTo(FakeEasyPost.LABEL);
    assertThat(bought.estimatedDelivery()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void aLabelThatCannotBeReadYetIsUnknown() {
    CarrierReference reference = prepare(request);
    bench.server.loseLabels(true);

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());

    bench.server.loseLabels(false);
    assertThat(carrier.lookUp(request, reference)).isInstanceOf(LabelOutcome.Bought.class);
    assertThat(bench.labels(request.shipment())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://169.254.169.254", "file:///etc", "ftp://labels.example.org", "https:"})
  void aLabelIsFetchedFromNowhereElse(String place) {
    CarrierReference reference = prepare(request);
    bench.easyPost.labelsAt = place;

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());
  }

  @Test
  void oldOffersAreAskedForAnew() {
    bench.easyPost.now = EasyPostBench.NOW.minus(Duration.ofHours(30));
    CarrierReference reference = prepare(request);

    assertThat(carrier.buyLabel(request, reference)).isInstanceOf(LabelOutcome.Bought.class);
    assertThat(bench.easyPost.rerates()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESS.VERIFY.FAILURE,ADDRESS_NOT_DELIVERABLE",
    "SHIPMENT.CUSTOMS_INFO.REQUIRED,PARCEL_NOT_ACCEPTED",
    "PAYMENT_REQUIRED,ACCOUNT_NOT_ALLOWED",
    "SHIPMENT.RATES.UNAVAILABLE,SERVICE_NOT_AVAILABLE",
    "SHIPMENT.POSTAGE.FAILURE,OTHER"
  })
  void anErrorIsARefusalInTheWordsOfTheHouse(String code, LabelRefusal reason) {
    CarrierReference reference = prepare(request);
    bench.easyPost.nextError = code;

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Refused(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHIPMENT.POSTAGE.EXISTS",
        "SHIPMENT.PURCHASE.IN_PROGRESS",
        "SHIPMENT.POSTAGE.TIMED_OUT",
        "SHIPMENT.POSTAGE.NO_RESPONSE"
      })
  void anErrorThatMeansMaybeIsUnknown(String code) {
    CarrierReference reference = prepare(request);
    bench.easyPost.nextError = code;

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());
  }

  @ParameterizedTest
  @EnumSource(names = {"TRICKLE", "RATE_LIMIT", "EMPTY", "MIXED_UP"})
  void aStrangeAnswerToAPurchaseIsSettledByAsking(Trouble trouble) {
    CarrierReference reference = prepare(request);
    bench.server.disturb(Call.BUY, trouble, Deed.NOT_DONE);

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());
    assertThat(carrier.lookUp(request, reference)).isEqualTo(new LabelOutcome.NotBought());
  }

  @ParameterizedTest
  @EnumSource(names = {"TRICKLE", "RATE_LIMIT", "EMPTY", "MIXED_UP"})
  void aStrangeAnswerToAQuestionSettlesNothing(Trouble trouble) {
    CarrierReference reference = prepare(request);
    bench.server.disturb(Call.LOOK_UP, trouble, Deed.NOT_DONE);

    assertThat(carrier.lookUp(request, reference)).isEqualTo(new LabelOutcome.Unknown());
  }

  @Test
  void whatIsBilledWhenScannedNeedsNoRefund() {
    CarrierReference reference = prepare(request);
    carrier.buyLabel(request, reference);
    bench.easyPost.nextRefund = "not_applicable";

    assertThat(carrier.voidLabel(request, reference)).isEqualTo(new VoidOutcome.Voided());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "SHIPMENT.REFUND.UNAVAILABLE"})
  void aRefundThatIsRefusedRightAfterThePurchaseMayBeGrantedLater(String refusal) {
    CarrierReference reference = prepare(request);
    carrier.buyLabel(request, reference);
    bench.easyPost.nextRefund = refusal;

    assertThat(carrier.voidLabel(request, reference)).isEqualTo(new VoidOutcome.Unknown());

    bench.easyPost.nextRefund = "";
    assertThat(carrier.voidLabel(request, reference)).isEqualTo(new VoidOutcome.Voided());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "SHIPMENT.REFUND.UNAVAILABLE"})
  void aRefundThatIsRefusedDaysLaterIsTooLate(String refusal) {
    bench.easyPost.now = EasyPostBench.NOW.minus(Duration.ofDays(2));
    CarrierReference reference = prepare(request);
    carrier.buyLabel(request, reference);
    bench.easyPost.nextRefund = refusal;

    assertThat(carrier.voidLabel(request, reference)).isEqualTo(new VoidOutcome.TooLate());
  }

  @Test
  void withoutAKeyNothingIsSent() {
    ShippingCarrier keyless =
        new EasyPostShippingCarrier(
            Optional.empty(),
            new EasyPostParcel(
                EasyPostBench.SENDER,
                BigDecimal.ONE,
                BigDecimal.ONE,
                List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                List.of()),
            new EasyPostEvents(Optional.empty(), false),
            () -> EasyPostBench.NOW);

    assertThatThrownBy(() -> keyless.prepare(request)).isInstanceOf(CarrierUnavailable.class);
    assertThat(
            keyless.readEvents(
                EasyPostBench.sign("{}", EasyPostBench.NOW).delivery(), EasyPostBench.NOW))
        .isEqualTo(new EventsReading.Rejected(Fault.FORGED));
  }

  private static final String STORY =
      """
      {"id": "evt_1", "object": "Event", "description": "tracker.updated", "result": {
        "id": "trk_1", "object": "Tracker", "tracking_code": "9400", "shipment_id": "shp_1",
        "est_delivery_date": "2026-11-24T00:00:00Z", "tracking_details": [
          {"status": "pre_transit", "datetime": "2026-11-19T08:00:00Z", "message": "Label made"},
          {"status": "unknown", "datetime": "2026-11-19T09:00:00Z", "message": "?"},
          {"status": "in_transit", "datetime": null, "message": "Departed"},
          {"status": "in_transit", "datetime": "2026-11-19T20:00:00-08:00", "message": "Arrived",
           "tracking_location": {"city": "Reno", "state": "NV", "country": null}}]}}
      """;

  private List<CarrierEvent> read(Signed signed) {
    return ((EventsReading.Accepted) carrier.readEvents(signed.delivery(), EasyPostBench.NOW))
        .events();
  }

  @Test
  void aTrackersWholeStoryIsRead() {
    List<CarrierEvent> events = read(EasyPostBench.sign(STORY, EasyPostBench.NOW));

    assertThat(events).hasSize(2);
    CarrierEvent arrived = events.get(1);
    assertThat(arrived.status()).isEqualTo(ParcelStatus.IN_TRANSIT);
    assertThat(arrived.at()).isEqualTo(Instant.parse("2026-11-20T04:00:00Z"));
    assertThat(arrived.location()).isEqualTo("Reno, NV");
    assertThat(arrived.detail()).isEqualTo("Arrived");
    assertThat(arrived.reference()).isEqualTo(new CarrierReference("shp_1"));
    assertThat(arrived.estimatedDelivery()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void whatIsNotOfATrackerIsNoneOfOurs() {
    assertThat(
            read(
                EasyPostBench.sign(
                    "{\"id\": \"evt_2\", \"result\": {\"object\": \"Batch\"}}", EasyPostBench.NOW)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "null",
        "7",
        "{\"result\": {\"object\": \"Tracker\", \"tracking_details\": [{\"status\": \"delivered\","
            + " \"datetime\": \"2026-11-19T08:00:00Z\"}]}}"
      })
  void nonsenseIsNoEvent(String body) {
    EventsReading reading =
        carrier.readEvents(
            EasyPostBench.sign(body, EasyPostBench.NOW).delivery(), EasyPostBench.NOW);

    assertThat(reading)
        .isIn(new EventsReading.Rejected(Fault.UNREADABLE), new EventsReading.Accepted(List.of()));
  }

  @Test
  void anUndatedSignatureIsBelievedOnlyWhereThatIsConfigured() {
    byte[] body = STORY.getBytes(StandardCharsets.UTF_8);
    String signature =
        "hmac-sha256-hex="
            + HexFormat.of().formatHex(EasyPostEvents.hmac(EasyPostBench.WEBHOOK_SECRET, "", body));
    EventsDelivery delivery =
        new EventsDelivery(Map.of(EasyPostEvents.UNDATED_SIGNATURE, signature), body);

    assertThat(carrier.readEvents(delivery, EasyPostBench.NOW))
        .isEqualTo(new EventsReading.Rejected(Fault.FORGED));
    assertThat(
            bench
                .carrier(List.of(), Optional.of(EasyPostBench.WEBHOOK_SECRET), true)
                .readEvents(delivery, EasyPostBench.NOW))
        .isInstanceOf(EventsReading.Accepted.class);
  }
}
