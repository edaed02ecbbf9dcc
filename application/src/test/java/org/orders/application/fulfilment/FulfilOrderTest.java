package org.orders.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.id;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orders.application.job.ReasonCode;
import org.orders.application.order.OrderActions;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.FulfilmentExceedsOrder;
import org.orders.domain.fulfilment.IllegalShipmentTransition;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.NotShipped;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.fulfilment.UnknownCarrier;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OnHold;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.UnknownItem;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class FulfilOrderTest {

  private final ParcelRoom room = new ParcelRoom();
  private final FulfilOrder fulfilOrder = room.shop.fulfilment.fulfilOrder();
  private final ReadShipments readShipments = room.shop.fulfilment.readShipments();

  @Test
  void onlyWhatIsPaidAndNotOnHoldIsFulfilled() {
    assertThatThrownBy(room::fulfil).isInstanceOf(IllegalTransition.class);
    room.paid();
    room.shop.hold(room.order.id(), true);
    assertThatThrownBy(room::fulfil).isInstanceOf(OnHold.class);
    room.shop.hold(room.order.id(), false);
    room.fulfil(pots(1));
    room.shop.hold(room.order.id(), true);
    assertThatThrownBy(room::fulfil).isInstanceOf(OnHold.class);
    room.cancel();
    assertThatThrownBy(room::fulfil).isInstanceOf(IllegalTransition.class);
    assertThat(room.shipments()).hasSize(1);
  }

  @Test
  void askingTwiceIsAskingOnceAlsoWhenItHasLeft() {
    room.paid();
    Shipment first = room.fulfil();
    assertThat(room.fulfil()).isEqualTo(first);
    room.work();

    assertThat(room.fulfil().id()).isEqualTo(first.id());
    assertThat(room.shipments()).hasSize(1);
    assertThat(room.carrier.bought()).isEqualTo(1);
  }

  @Test
  void anOrderLeavesInPartsAndIsShippedWithTheLast() {
    room.paid();
    Shipment first = room.fulfil(pots(2));
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(room.reserved(room.tea)).isEqualTo(1);
    assertThat(room.reserved(room.cup)).isEqualTo(1);

    Shipment second = room.fulfil();
    assertThat(second.pieces()).isEqualTo(pots(1).plus(Pieces.of(room.cups, 1)));
    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.reserved(room.tea)).isZero();
    assertThat(room.number(first)).isNotEqualTo(room.number(second));
    assertThat(room.carrier.requests)
        .extracting(request -> request.lines().stream().mapToInt(LabelRequest.Line::quantity).sum())
        .containsExactly(2, 2);
    assertThat(readShipments.list(room.ann, room.order.id()))
        .extracting(Shipment::id)
        .containsExactly(first.id(), second.id());
  }

  @Test
  void equalPartsWithKeysOfTheirOwnAreDifferentParcels() {
    room.paid();
    Shipment first = done(fulfilOrder.fulfil(room.wish(pots(1)), once("one")));
    Shipment second = done(fulfilOrder.fulfil(room.wish(pots(1)), once("two")));

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(replayed(fulfilOrder.fulfil(room.wish(pots(1)), once("two"))))
        .isEqualTo(second.toString());
    assertThat(room.fulfil(pots(1)).id()).isEqualTo(second.id());
    assertThat(room.shipments()).hasSize(2);
  }

  @Test
  void noMoreLeavesThanWasOrdered() {
    room.paid();
    assertThatThrownBy(() -> room.fulfil(pots(4))).isInstanceOf(FulfilmentExceedsOrder.class);
    assertThat(room.status()).isEqualTo(OrderStatus.CONFIRMED);
    room.fulfil(pots(2));
    assertThatThrownBy(() -> room.fulfil(pots(3))).isInstanceOf(FulfilmentExceedsOrder.class);
    assertThatThrownBy(() -> room.fulfil(Pieces.of(new OrderItemId(id(77)), 1)))
        .isInstanceOf(UnknownItem.class);
    assertThat(room.shipments()).hasSize(1);
  }

  @Test
  void anotherCarrierMayBeWishedForAndTakesWhatTheFirstRefused() {
    room.paid();
    assertThatThrownBy(() -> by("nobody")).isInstanceOf(UnknownCarrier.class);
    room.carrier.refuses(LabelRefusal.SERVICE_NOT_AVAILABLE);
    Shipment refused = room.fulfil();
    room.work();

    Shipment again = by("other");
    assertThat(again.id()).isEqualTo(refused.id());
    assertThat(again.carrier()).isEqualTo("other");
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.carrier.bought()).isZero();
  }

  @Test
  void whatIsWalkedByHandIsAShipmentToo() {
    room.paid();
    room.shop.walk(room.order.id(), OrderStatus.PROCESSING);
    assertThat(room.leftToDo()).isEmpty();
    assertThat(room.shipments()).isEmpty();
    room.shop.walk(room.order.id(), OrderStatus.SHIPPED);
    assertThat(room.shipment().carrier()).isEqualTo("manual");
    assertThat(room.shipment().pieces()).isEqualTo(room.order.lines().pieces());
    assertThatThrownBy(room::fulfil).isInstanceOf(IllegalTransition.class);

    room.shop.walk(room.order.id(), OrderStatus.DELIVERED);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(readShipments.track(room.ann, room.order.id(), null).events())
        .extracting(Tracking.Event::status)
        .containsExactly(ParcelStatus.ACCEPTED, ParcelStatus.DELIVERED);
    assertThatThrownBy(() -> readShipments.label(SERVICE, room.order.id(), null))
        .isInstanceOf(NotShipped.class);
  }

  @Test
  void partByCarrierAndTheRestByHand() {
    room.paid();
    room.fulfil(pots(1));
    room.work();

    room.shop.walk(room.order.id(), OrderStatus.SHIPPED);

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments().getLast().pieces())
        .isEqualTo(pots(2).plus(Pieces.of(room.cups, 1)));
    assertThat(room.reserved(room.tea)).isZero();
  }

  @Test
  void anOrderIsDeliveredWithItsLastShipment() {
    room.paid();
    Shipment first = room.fulfil(pots(1));
    assertThatThrownBy(() -> room.deliver(first.id()))
        .isInstanceOf(IllegalShipmentTransition.class);
    room.work();
    assertThat(room.deliver(first.id()).status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThatThrownBy(() -> room.deliver(null)).isInstanceOf(IllegalTransition.class);
    Shipment second = room.fulfil();
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);

    room.deliver(second.id());

    assertThat(room.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(room.deliver(null).status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(room.deliver(first.id()).status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(room.shop.kept.shipments().events(second.id())).hasSize(2);
  }

  @Test
  void trackingBeginsWithTheLabel() {
    room.paid();
    Shipment shipment = room.fulfil();
    assertThatThrownBy(() -> readShipments.track(room.ann, room.order.id(), null))
        .isInstanceOf(NotShipped.class);
    assertThatThrownBy(() -> readShipments.track(room.ann, room.order.id(), shipment.id()))
        .isInstanceOf(NotShipped.class);
    assertThatThrownBy(() -> readShipments.label(SERVICE, room.order.id(), null))
        .isInstanceOf(NotShipped.class);
    room.work();

    Tracking tracking = readShipments.track(room.ann, room.order.id(), null);
    assertThat(tracking.shipment().id()).isEqualTo(shipment.id());
    assertThat(tracking.estimatedDelivery()).isNotNull();
    assertThat(tracking.events())
        .extracting(Tracking.Event::status)
        .containsExactly(ParcelStatus.ANNOUNCED);
    assertThat(readShipments.label(SERVICE, room.order.id(), null).pdf()).isNotEmpty();
  }

  @Test
  void aForeignOrderIsAsIfItWereNotThere() {
    room.paid();
    room.fulfil();
    room.work();
    Actor other = room.shop.account("other@example.com");

    assertThatThrownBy(() -> readShipments.list(other, room.order.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> readShipments.track(other, room.order.id(), null))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aRefusedParcelIsAskedForAgainUnderAKeyOfItsOwn() {
    room.paid();
    Pieces all = room.order.lines().pieces();
    room.carrier.refuses(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    Shipment refused = done(fulfilOrder.fulfil(room.wish(all), once("one")));
    room.work();
    room.carrier.refuses(null);

    Shipment again = done(fulfilOrder.fulfil(room.wish(all), once("two")));

    assertThat(again.id()).isEqualTo(refused.id());
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments()).hasSize(1);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void aRefusedParcelIsNotHiddenBehindALaterOne() {
    room.paid();
    room.carrier.refuses(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    Shipment refused = room.fulfil(pots(1));
    room.work();
    room.carrier.refuses(null);
    room.fulfil(pots(2).plus(Pieces.of(room.cups, 1)));
    room.shop.jobs.take(Map.of(BuyLabelJob.TYPE, 1), ParcelRoom.LEASE);

    assertThat(room.fulfil().id()).isEqualTo(refused.id());
    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments()).hasSize(2);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whatIsLeftIsAskedForTogetherWithWhatWasRefused() {
    room.paid();
    room.carrier.refuses(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    room.fulfil(pots(1));
    room.work();
    room.carrier.refuses(null);

    Shipment rest = room.fulfil();

    assertThat(rest.pieces()).isEqualTo(pots(2).plus(Pieces.of(room.cups, 1)));
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments()).hasSize(2);
  }

  @Test
  void aParcelWhoseJobWasGivenUpIsAskedForAgain() {
    room.paid();
    Shipment parcel = room.fulfil();
    room.shop.jobs.giveUp(room.take().getFirst().lease(), new ReasonCode("too-many-tries"));
    room.work();
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.CREATED);

    assertThat(room.fulfil().id()).isEqualTo(parcel.id());
    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.carrier.bought()).isEqualTo(1);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void anotherCarrierMayBeWishedForBeforeTheFirstWasAsked() {
    room.paid();
    Shipment parcel = room.fulfil();

    Shipment again = by("other");

    assertThat(again.id()).isEqualTo(parcel.id());
    room.work();
    assertThat(room.shipment().carrier()).isEqualTo("other");
    assertThat(room.carrier.calls).isEmpty();
  }

  @Test
  void everyReasonStandsInTheHistory() {
    room.paid();
    Shipment first = done(fulfilOrder.fulfil(because("begun", pots(1)), Once.unkeyed()));
    Shipment second = done(fulfilOrder.fulfil(because("the rest came in", null), Once.unkeyed()));
    fulfilOrder.fulfil(because("again", null), Once.unkeyed());
    room.work();
    room.deliver(first.id(), new Reason("seen by the neighbour"));
    room.deliver(second.id(), new Reason("signed for"));

    assertThat(reasons())
        .containsExactly("begun", "the rest came in", "seen by the neighbour", "signed for");
  }

  @Test
  void whatIsOfferedCanBeDone() {
    room.paid();
    room.carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    Shipment first = room.fulfil(pots(1));
    room.work();
    room.carrier.refuses(null);
    assertThat(allowed()).contains(OrderActions.Name.FULFIL);
    room.fulfil(pots(1));
    assertThat(allowed()).doesNotContain(OrderActions.Name.DELIVER);
    room.work();
    assertThat(room.number(first)).isNotNull();
    assertThat(allowed()).doesNotContain(OrderActions.Name.DELIVER);

    room.carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    room.fulfil();
    assertThat(allowed()).doesNotContain(OrderActions.Name.FULFIL);
    room.work();
    assertThat(allowed()).as("to ask again").contains(OrderActions.Name.FULFIL);
    room.carrier.refuses(null);
    room.fulfil();
    room.work();
    assertThat(allowed()).contains(OrderActions.Name.DELIVER);
  }

  private List<OrderActions.Name> allowed() {
    return OrderActions.of(
            room.shop.orders.readOrders().read(ADMINISTRATOR, room.order.id()), ADMINISTRATOR)
        .stream()
        .filter(OrderActions.Action::allowed)
        .map(OrderActions.Action::name)
        .toList();
  }

  private List<String> reasons() {
    return room.shop.history(room.order.id()).stream()
        .flatMap(
            event ->
                switch (event) {
                  case OrderEvent.Noted noted -> Stream.of(noted.note());
                  case OrderEvent.StatusChanged changed -> Stream.ofNullable(changed.reason());
                  default -> Stream.<Reason>empty();
                })
        .map(Reason::value)
        .toList();
  }

  private FulfilOrder.Command because(String reason, @Nullable Pieces pieces) {
    return new FulfilOrder.Command(
        SERVICE, room.order.id(), pieces, null, null, new Reason(reason), Precondition.none());
  }

  private Shipment by(String carrier) {
    return done(
        fulfilOrder.fulfil(
            new FulfilOrder.Command(
                ADMINISTRATOR,
                room.order.id(),
                null,
                carrier,
                new ServiceName("express"),
                null,
                Precondition.none()),
            Once.unkeyed()));
  }

  private Pieces pots(int quantity) {
    return Pieces.of(room.pots, quantity);
  }
}
