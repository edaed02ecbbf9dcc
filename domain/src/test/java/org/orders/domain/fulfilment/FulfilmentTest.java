package org.orders.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.id;
import static org.orders.domain.Samples.item;
import static org.orders.domain.Samples.lines;
import static org.orders.domain.Samples.product;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;

class FulfilmentTest {

  private static final OrderItem TEA = item(product(1, "10.00"), 3);
  private static final OrderItem CUP = item(product(2, "4.00"), 1);
  private static final OrderLines LINES = lines(TEA, CUP);

  @Test
  void withoutShipmentsAllIsLeft() {
    Fulfilment fulfilment = new Fulfilment(LINES, List.of());

    assertThat(fulfilment.left()).isEqualTo(LINES.pieces());
    assertThat(fulfilment.unshipped()).isEqualTo(LINES.pieces());
    assertThat(fulfilment.isShippedInPart()).isFalse();
    assertThat(fulfilment.isDelivered()).isFalse();
    assertThat(fulfilment.latestShipped()).isEmpty();
  }

  @Test
  void whatIsAskedForIsCoveredAndNotGone() {
    Fulfilment fulfilment = new Fulfilment(LINES, List.of(requested(1, tea(2))));

    assertThat(fulfilment.left()).isEqualTo(tea(1).plus(cup()));
    assertThat(fulfilment.shipped()).isEqualTo(Pieces.NONE);
    assertThat(fulfilment.open()).hasSize(1);
  }

  @Test
  void whatWasGivenUpCoversNothing() {
    Shipment voided = requested(1, tea(2)).on(new Trigger.GiveUp(NOW), NOW).shipment();

    assertThat(new Fulfilment(LINES, List.of(voided)).left()).isEqualTo(LINES.pieces());
  }

  @Test
  void itIsDeliveredOnceAllOfItArrived() {
    Shipment first = byHand(1, tea(2)).on(new Trigger.Deliver(NOW), NOW).shipment();
    Shipment second = byHand(2, tea(1).plus(cup()));

    Fulfilment fulfilment = new Fulfilment(LINES, List.of(first, second));
    assertThat(fulfilment.isDelivered()).isFalse();
    assertThat(fulfilment.unshipped()).isEqualTo(Pieces.NONE);
    assertThat(fulfilment.delivered()).isEqualTo(tea(2));
    assertThat(fulfilment.underWay()).containsExactly(second);
    assertThat(fulfilment.latestShipped()).contains(second);

    Shipment arrived = second.on(new Trigger.Deliver(NOW), NOW).shipment();
    assertThat(new Fulfilment(LINES, List.of(first, arrived)).isDelivered()).isTrue();
  }

  @Test
  void theSameWishAsksForNothingNew() {
    Shipment first = requested(1, tea(1));
    Shipment second = requested(2, tea(2).plus(cup()));
    Fulfilment part = new Fulfilment(LINES, List.of(first));
    Fulfilment all = new Fulfilment(LINES, List.of(first, second));

    assertThat(part.repeated(null, null, null)).isEmpty();
    assertThat(part.repeated(tea(1), null, null)).contains(first);
    assertThat(part.repeated(tea(1), "local", null)).contains(first);
    assertThat(part.repeated(tea(1), "other", null)).isEmpty();
    assertThat(part.repeated(tea(2), null, null)).isEmpty();
    assertThat(all.repeated(null, null, null)).contains(second);
    assertThat(all.repeated(tea(1), null, null)).contains(first);
    assertThat(all.repeated(null, null, new ServiceName("express"))).isEmpty();
  }

  @Test
  void whatWasHandedOverByHandRepeatsNoWish() {
    Fulfilment fulfilment = new Fulfilment(LINES, List.of(byHand(1, LINES.pieces())));

    assertThat(fulfilment.repeated(null, null, null)).isEmpty();
  }

  private static Pieces tea(int quantity) {
    return Pieces.of(TEA.id(), quantity);
  }

  private static Pieces cup() {
    return Pieces.of(CUP.id(), 1);
  }

  private static Shipment requested(long number, Pieces pieces) {
    return Shipment.request(
            new ShipmentId(id(number)), new OrderId(id(700)), pieces, "local", null, NOW)
        .shipment();
  }

  private static Shipment byHand(long number, Pieces pieces) {
    return Shipment.byHand(
            new ShipmentId(id(number)), new OrderId(id(700)), pieces, new TrackingNumber("1Z"), NOW)
        .shipment();
  }
}
