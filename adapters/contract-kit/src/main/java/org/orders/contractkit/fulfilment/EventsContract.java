package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.contractkit.fulfilment.CarrierBench.Signed;
import org.orders.contractkit.fulfilment.CarrierBench.Told;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.EventsReading.Fault;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.order.TrackingNumber;

/** Whoever posts to us in the carrier's name must be the carrier, and speak of now. */
abstract class EventsContract extends ContractGroup {

  private static final TrackingNumber PARCEL = new TrackingNumber("CA123456785US");
  private static final TrackingNumber OTHER = new TrackingNumber("CA876543215US");
  private static final Told FIRST =
      new Told("evt_1", PARCEL, ParcelStatus.IN_TRANSIT, NOW.minusSeconds(7200));
  private static final Told SECOND =
      new Told("evt_2", PARCEL, ParcelStatus.DELIVERED, NOW.minusSeconds(600));

  @Test
  void aSignedDeliveryTellsWhatHappenedToItsParcel() {
    assertThat(read(bench.sign(FIRST, NOW), NOW)).satisfies(event -> isOf(event, FIRST));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusIsUnderstood(ParcelStatus status) {
    Told told = new Told("evt_3", PARCEL, status, NOW.minusSeconds(60));

    if (status != ParcelStatus.ACCEPTED) {
      assertThat(read(bench.sign(told, NOW), NOW).status()).isEqualTo(status);
    } else {
      // Not every carrier tells that from being on the way.
      assertThat(read(bench.sign(told, NOW), NOW).status())
          .isIn(ParcelStatus.ACCEPTED, ParcelStatus.IN_TRANSIT);
    }
  }

  @Test
  void aSignatureOfSomethingElseIsForged() {
    Signed mine = bench.sign(FIRST, NOW);
    Signed other =
        bench.sign(new Told("evt_9", OTHER, ParcelStatus.DELIVERED, NOW.minusSeconds(60)), NOW);

    assertRejected(new Signed(other.headers(), mine.body()), Fault.FORGED);
  }

  @Test
  void aDeliveryWithoutSignatureIsForged() {
    assertRejected(new Signed(Map.of(), bench.sign(FIRST, NOW).body()), Fault.FORGED);
  }

  @Test
  void aSignatureThatIsNoneIsForged() {
    Signed signed = bench.sign(FIRST, NOW);
    Map<String, String> nonsense = new HashMap<>(signed.headers());
    nonsense.replaceAll((name, value) -> "t=x,v1=,,=");

    assertRejected(new Signed(nonsense, signed.body()), Fault.FORGED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 299, -299})
  void aDeliveryWithinTheToleranceIsRead(long secondsOld) {
    Signed signed = bench.sign(FIRST, NOW.minusSeconds(secondsOld));

    assertThat(carrier.readEvents(signed.delivery(), NOW))
        .isInstanceOf(EventsReading.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {301, 86_400, -301})
  void aDeliveryBeyondTheToleranceIsStale(long secondsOld) {
    assertRejected(bench.sign(FIRST, NOW.minusSeconds(secondsOld)), Fault.STALE);
  }

  @Test
  void aRepeatedDeliveryIsTheSameEvent() {
    Instant later = NOW.plusSeconds(60);

    assertThat(read(bench.sign(FIRST, later), later)).isEqualTo(read(bench.sign(FIRST, NOW), NOW));
  }

  @Test
  void whatIsToldLateStillHappenedWhenItHappened() {
    CarrierEvent delivered = read(bench.sign(SECOND, NOW.minusSeconds(20)), NOW);
    CarrierEvent inTransit = read(bench.sign(FIRST, NOW.minusSeconds(10)), NOW);

    isOf(delivered, SECOND);
    isOf(inTransit, FIRST);
    assertThat(inTransit.at()).isBefore(delivered.at());
    assertThat(inTransit.id()).isNotEqualTo(delivered.id());
  }

  @Test
  void eventsOfTwoParcelsAreTwoEvents() {
    Told other = new Told("evt_2", OTHER, FIRST.status(), FIRST.at());

    assertThat(read(bench.sign(other, NOW), NOW).id())
        .isNotEqualTo(read(bench.sign(FIRST, NOW), NOW).id());
  }

  private CarrierEvent read(Signed signed, Instant now) {
    EventsReading reading = carrier.readEvents(signed.delivery(), now);
    assertThat(reading).isInstanceOf(EventsReading.Accepted.class);
    List<CarrierEvent> events = ((EventsReading.Accepted) reading).events();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static void isOf(CarrierEvent event, Told told) {
    assertThat(event.tracking()).isEqualTo(told.tracking());
    assertThat(event.status()).isEqualTo(told.status());
    assertThat(event.at()).isEqualTo(told.at());
  }

  private void assertRejected(Signed signed, Fault fault) {
    assertThat(carrier.readEvents(signed.delivery(), NOW))
        .isEqualTo(new EventsReading.Rejected(fault));
  }
}
