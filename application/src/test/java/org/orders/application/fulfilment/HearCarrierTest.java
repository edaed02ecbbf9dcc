package org.orders.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.application.access.Forbidden;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentEvent;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.shared.NotFound;

class HearCarrierTest {

  private static final String DAY = "2026-03-0%dT08:00:00Z";

  private final ParcelRoom room = new ParcelRoom().paid();

  @Test
  void aShipmentFollowsItsCarrierAndTheOrderItsShipments() {
    Shipment shipment = shipped(null);
    String number = room.number(shipment).value();

    room.hear(word("e1", number, "IN_TRANSIT", 2));
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    room.hear(word("e2", number, "DELIVERED", 3));

    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(room.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(room.shop.kept.shipments().events(shipment.id()))
        .hasAtLeastOneElementOfType(ShipmentEvent.Delivered.class)
        .hasSize(2);
  }

  @RepeatedTest(20)
  void wordsComeTwiceAndInAnyOrder(RepetitionInfo repetition) {
    Shipment shipment = shipped(null);
    String number = room.number(shipment).value();
    List<String> words =
        new ArrayList<>(
            List.of(
                word("e1", number, "ACCEPTED", 2),
                word("e2", number, "IN_TRANSIT", 3),
                word("e3", number, "FAILED", 4),
                word("e4", number, "OUT_FOR_DELIVERY", 5),
                word("e5", number, "DELIVERED", 6)));
    words.addAll(List.copyOf(words));
    Collections.shuffle(words, new Random(repetition.getCurrentRepetition()));
    int seen = 0;
    for (String word : words) {
      room.hear(word);
      int now = rank(room.shipment().status());
      assertThat(now).as("never backwards").isGreaterThanOrEqualTo(seen);
      seen = now;
    }

    assertThat(room.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(tracking().events())
        .extracting(Tracking.Event::status)
        .containsSubsequence(
            ParcelStatus.ACCEPTED,
            ParcelStatus.IN_TRANSIT,
            ParcelStatus.FAILED,
            ParcelStatus.OUT_FOR_DELIVERY,
            ParcelStatus.DELIVERED)
        .hasSize(6);
    assertThat(room.shop.kept.shipments().events(shipment.id())).hasSize(2);
  }

  @Test
  void wordsThatComeBeforeWeKnowTheNumberAreHeardToo() {
    String number = TestCarrier.number(new CarrierReference("ref_1")).value();
    room.hear(word("e1", number, "DELIVERED", 3), word("e0", number, "ACCEPTED", 2));

    Shipment shipment = shipped(null);

    assertThat(room.number(shipment).value()).isEqualTo(number);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(room.status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ref_1", " ref_of_another"})
  void wordsThatWereHeardOfAnEarlierParcelOfTheSameNumberDeliverNothing(String reference) {
    String number = TestCarrier.number(new CarrierReference("ref_1")).value();
    room.hear(word("e1", number, "DELIVERED", 2) + reference);
    room.shop.clock.pass(Duration.ofDays(400));

    assertNothingIsHeardOf(shipped(null), number);
  }

  @Test
  void wordsThatNameAnotherLabelOfTheSameNumberDeliverNothing() {
    String number = TestCarrier.number(new CarrierReference("ref_1")).value();
    room.hear(word("e1", number, "DELIVERED", 2) + " ref_of_another");
    Shipment shipment = shipped(null);
    room.hear(word("e2", number, "DELIVERED", 3) + " ref_of_another");

    assertNothingIsHeardOf(shipment, number);
  }

  private void assertNothingIsHeardOf(Shipment shipment, String number) {
    assertThat(room.number(shipment).value()).isEqualTo(number);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.LABELLED);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(tracking().events())
        .extracting(Tracking.Event::status)
        .containsExactly(ParcelStatus.ANNOUNCED);
  }

  @Test
  void anOrderWaitsForAllItsShipments() {
    Shipment first = shipped(Pieces.of(room.pots, 1));
    room.hear(word("e1", room.number(first).value(), "DELIVERED", 2));
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    Shipment second = shipped(null);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);

    room.hear(word("e2", room.number(second).value(), "DELIVERED", 3));
    assertThat(room.status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void whatNobodySignedIsNotHeard() {
    HearCarrier hearCarrier = room.shop.fulfilment.hearCarrier();
    assertThatThrownBy(() -> hearCarrier.hear(TestCarrier.NAME, TestCarrier.delivery("bad", "x")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> hearCarrier.hear("nobody", TestCarrier.delivery("good", "")))
        .isInstanceOf(NotFound.class);
  }

  private Shipment shipped(@org.jspecify.annotations.Nullable Pieces pieces) {
    Shipment shipment = room.fulfil(pieces);
    room.work();
    return shipment;
  }

  private Tracking tracking() {
    return room.shop.fulfilment.readShipments().track(room.ann, room.order.id(), null);
  }

  private static String word(String id, String number, String status, int day) {
    return "%s %s %s %s".formatted(id, number, status, DAY.formatted(day));
  }

  private static int rank(ShipmentStatus status) {
    return List.of(
            ShipmentStatus.LABELLED,
            ShipmentStatus.IN_TRANSIT,
            ShipmentStatus.FAILED,
            ShipmentStatus.DELIVERED)
        .indexOf(status);
  }
}
