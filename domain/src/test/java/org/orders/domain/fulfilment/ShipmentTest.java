package org.orders.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.id;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;

class ShipmentTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final TrackingNumber NUMBER = new TrackingNumber("RR123456785DE");
  private static final CarrierReference REFERENCE = new CarrierReference("shp_1");
  private static final LabelDocument LABEL =
      new LabelDocument("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

  @Test
  void aLabelMakesItTheCarriersAndTellsSo() {
    Shipment asked = asked();

    ShipmentDecision labelled = asked.label(REFERENCE, NUMBER, LABEL, null, LATER);

    assertThat(labelled.shipment().status()).isEqualTo(ShipmentStatus.LABELLED);
    assertThat(labelled.shipment().trackingNumber()).isEqualTo(NUMBER);
    assertThat(labelled.label()).isSameAs(LABEL);
    assertThat(labelled.events()).containsExactly(new ShipmentEvent.Shipped(LATER));
    assertThat(labelled.shipment().label(REFERENCE, NUMBER, LABEL, null, LATER).changesAnything())
        .isFalse();
  }

  @Test
  void aLabelForWhatNobodyWantsIsNotKept() {
    Shipment abandoned = asked().on(new Trigger.GiveUp(LATER), LATER).shipment();

    ShipmentDecision labelled = abandoned.label(REFERENCE, NUMBER, LABEL, null, LATER);

    assertThat(labelled.changesAnything()).isFalse();
    assertThat(labelled.label()).isNull();
  }

  @Test
  void theSameReportsLeadToTheSameStateInWhateverOrderTheyCome() {
    List<Trigger> reports =
        List.of(
            new Trigger.Move(LATER),
            new Trigger.Fail(LATER),
            new Trigger.Deliver(LATER),
            new Trigger.Return(LATER));
    Random random = new Random(7);
    for (int subset = 1; subset < 1 << reports.size(); subset++) {
      List<Trigger> some = new ArrayList<>();
      for (int bit = 0; bit < reports.size(); bit++) {
        if ((subset & 1 << bit) != 0) {
          some.add(reports.get(bit));
          some.add(reports.get(bit));
        }
      }
      ShipmentStatus inOrder = after(some);
      for (int round = 0; round < 20; round++) {
        Collections.shuffle(some, random);
        assertThat(after(some)).as("%s", some).isEqualTo(inOrder);
      }
    }
  }

  @Test
  void whatWasHandedOverByHandIsUnderWay() {
    ShipmentDecision shipped = Shipment.byHand(shipmentId(), orderId(), pieces(), null, NOW);

    assertThat(shipped.shipment().status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
    assertThat(shipped.shipment().hasLeft()).isTrue();
    assertThat(shipped.shipment().isByHand()).isTrue();
    assertThat(shipped.events()).containsExactly(new ShipmentEvent.Shipped(NOW));
  }

  @Test
  void whatHasLeftIsNotGivenUp() {
    Shipment labelled = asked().label(REFERENCE, NUMBER, LABEL, null, LATER).shipment();

    assertThatThrownBy(() -> labelled.on(new Trigger.GiveUp(LATER), LATER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherCarrierIsAskedOnlyWhereThisOneMakesNoLabel() {
    Shipment refused =
        asked().on(new Trigger.Refuse(LATER, LabelRefusal.PARCEL_NOT_ACCEPTED), LATER).shipment();

    assertThat(refused.by("other", new ServiceName("express"), LATER).shipment())
        .extracting(Shipment::carrier, Shipment::service)
        .containsExactly("other", new ServiceName("express"));
    assertThat(requested().by("other", null, LATER).shipment().carrier()).isEqualTo("other");
    assertThatThrownBy(() -> asked().by("other", null, LATER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyWordOfACarrierLeadsSomewhereOrIsOnlyKept() {
    for (ParcelStatus status : ParcelStatus.values()) {
      Shipment labelled = asked().label(REFERENCE, NUMBER, LABEL, null, NOW).shipment();

      assertThat(labelled.report(status, NOW, LATER).shipment().status())
          .isEqualTo(
              switch (status) {
                case ANNOUNCED -> ShipmentStatus.LABELLED;
                case ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, READY_FOR_PICKUP ->
                    ShipmentStatus.IN_TRANSIT;
                case DELIVERED -> ShipmentStatus.DELIVERED;
                case FAILED -> ShipmentStatus.FAILED;
                case RETURNED -> ShipmentStatus.RETURNED;
              });
    }
  }

  private static ShipmentStatus after(List<Trigger> reports) {
    Shipment shipment = asked().label(REFERENCE, NUMBER, LABEL, null, LATER).shipment();
    for (Trigger report : reports) {
      shipment = shipment.on(report, LATER).shipment();
    }
    return shipment.status();
  }

  private static Shipment asked() {
    return requested().on(new Trigger.Ask(REFERENCE, NOW), NOW).shipment();
  }

  private static Shipment requested() {
    return Shipment.request(shipmentId(), orderId(), pieces(), "local", null, NOW).shipment();
  }

  private static ShipmentId shipmentId() {
    return new ShipmentId(id(1));
  }

  private static OrderId orderId() {
    return new OrderId(id(700));
  }

  private static Pieces pieces() {
    return Pieces.of(new OrderItemId(id(2)), 2);
  }
}
