package org.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.OTHER_ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.SYSTEM;
import static org.orders.domain.Samples.customerId;
import static org.orders.domain.Samples.draft;
import static org.orders.domain.Samples.item;
import static org.orders.domain.Samples.lines;
import static org.orders.domain.Samples.order;
import static org.orders.domain.Samples.otherAddress;
import static org.orders.domain.Samples.product;
import static org.orders.domain.Samples.productId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.shared.Reason;

class OrderTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(30);
  private static final Reason REASON = new Reason("as agreed");

  @Test
  void aPlacedOrderWaitsForPaymentAndHoldsItsStock() {
    OrderDecision placed =
        Order.place(draft(lines(item(product(1, "10"), 2))), TIME_TO_PAY, ANONYMOUS, NOW);

    assertThat(placed.order().state()).isEqualTo(new OrderState.Pending(NOW.plus(TIME_TO_PAY)));
    assertThat(placed.events()).containsExactly(new OrderEvent.Placed(NOW, ANONYMOUS));
    assertThat(placed.stock()).containsExactly(StockChange.reserve(productId(1), 2));
    assertThat(placed.stockReason()).isEqualTo("order placed");
    assertThat(placed.order().reference()).isEqualTo(new Reference("invoice 536365"));
  }

  @Test
  void anOrderThatCostsNothingIsConfirmedAtOnce() {
    OrderDecision placed =
        Order.place(draft(lines(item(product(1, "0"), 2))), TIME_TO_PAY, SERVICE, NOW);

    assertThat(placed.order().state()).isEqualTo(new OrderState.Confirmed(NOW));
    assertThat(placed.events())
        .containsExactly(
            new OrderEvent.Placed(NOW, SERVICE),
            new OrderEvent.StatusChanged(
                NOW, SERVICE, OrderStatus.PENDING, OrderStatus.CONFIRMED, null));
    assertThat(placed.stock()).containsExactly(StockChange.reserve(productId(1), 2));
  }

  @Test
  void linesChangeWhileTheOrderWaitsForPayment() {
    OrderLines changed = lines(item(product(1, "10"), 5), item(product(2, "1"), 1));

    OrderDecision decision =
        order(OrderStateSamples.pending()).changeLines(changed, SERVICE, LATER);

    assertThat(decision.order().lines()).isEqualTo(changed);
    assertThat(decision.order().state()).isEqualTo(OrderStateSamples.pending());
    assertThat(decision.order().updatedAt()).isEqualTo(LATER);
    assertThat(decision.stock())
        .containsExactlyInAnyOrder(
            StockChange.reserve(productId(1), 3), StockChange.reserve(productId(2), 1));
    assertThat(decision.events())
        .containsExactly(
            new OrderEvent.Changed(
                LATER, SERVICE, changed.differenceFrom(lines(item(product(1, "10"), 2)))));
  }

  @Test
  void linesChangeInNoOtherState() {
    OrderLines changed = lines(item(product(1, "10"), 5));
    for (OrderState state : OrderStateSamples.states()) {
      if (state.status() != OrderStatus.PENDING) {
        assertThatThrownBy(() -> order(state).changeLines(changed, SERVICE, LATER))
            .isInstanceOf(IllegalTransition.class);
      }
    }
  }

  @Test
  void theSameLinesChangeNothing() {
    Order order = order(OrderStateSamples.pending());

    assertThat(order.changeLines(order.lines(), SERVICE, LATER))
        .isEqualTo(OrderDecision.none(order));
  }

  @Test
  void theSameLinesInAnotherOrderStandInThatOrderAndMoveNoStock() {
    OrderLines placed = lines(item(product(1, "10"), 2), item(product(2, "5"), 1));
    OrderLines changed = lines(item(product(2, "5"), 1), item(product(1, "10"), 2));
    Order order = Order.place(draft(placed), TIME_TO_PAY, SERVICE, NOW).order();

    OrderDecision decision = order.changeLines(changed, SERVICE, LATER);

    assertThat(decision.order().lines()).isEqualTo(changed);
    assertThat(decision.stock()).isEmpty();
  }

  @Test
  void anOrderOfWhichNothingIsLeftToPayIsConfirmed() {
    OrderDecision decision =
        order(OrderStateSamples.pending())
            .changeLines(lines(item(product(2, "0"), 1)), SERVICE, LATER);

    assertThat(decision.order().state()).isEqualTo(new OrderState.Confirmed(LATER));
    assertThat(decision.events()).hasSize(2);
    assertThat(decision.stock())
        .containsExactlyInAnyOrder(
            StockChange.release(productId(1), 2), StockChange.reserve(productId(2), 1));
  }

  @Test
  void theAddressChangesUntilFulfilmentBegins() {
    for (OrderState state : OrderStateSamples.states()) {
      Order order = order(state);
      switch (state.status()) {
        case PENDING, CONFIRMED -> {
          OrderDecision decision = order.changeAddress(otherAddress(), SERVICE, LATER);
          assertThat(decision.order().shippingAddress()).isEqualTo(otherAddress());
          assertThat(decision.events()).hasSize(1);
          assertThat(decision.stock()).isEmpty();
        }
        case PROCESSING, SHIPPED, DELIVERED, CANCELLED ->
            assertThatThrownBy(() -> order.changeAddress(otherAddress(), SERVICE, LATER))
                .isInstanceOf(IllegalTransition.class);
      }
    }
  }

  @Test
  void theHistoryOfAnAddressTellsNoAddress() {
    OrderDecision decision =
        order(OrderStateSamples.pending()).changeAddress(otherAddress(), SERVICE, LATER);

    assertThat(decision.events().toString()).doesNotContain("Köln", "Hauptstr");
  }

  @Test
  void theSameAddressChangesNothingInAnyState() {
    for (OrderState state : OrderStateSamples.states()) {
      Order order = order(state);
      assertThat(order.changeAddress(order.shippingAddress(), SERVICE, LATER))
          .isEqualTo(OrderDecision.none(order));
    }
  }

  @Test
  void cancellingGivesTheStockBackOnce() {
    Order order = order(OrderStateSamples.confirmed());

    OrderDecision cancelled = order.on(new Trigger.Cancel(LATER), SERVICE, REASON, LATER);
    OrderDecision again =
        cancelled.order().on(new Trigger.Cancel(LATER), SERVICE, REASON, LATER.plusSeconds(1));

    assertThat(cancelled.order().state()).isEqualTo(new OrderState.Cancelled(LATER));
    assertThat(cancelled.stock()).containsExactly(StockChange.release(productId(1), 2));
    assertThat(cancelled.stockReason()).isEqualTo("order cancelled");
    assertThat(cancelled.events())
        .containsExactly(
            new OrderEvent.StatusChanged(
                LATER, SERVICE, OrderStatus.CONFIRMED, OrderStatus.CANCELLED, REASON));
    assertThat(again).isEqualTo(OrderDecision.none(cancelled.order()));
    assertThat(again.changesAnything()).isFalse();
  }

  @Test
  void shippingFreesWhatWasReservedAndReturnsNothing() {
    OrderDecision shipped = ship(order(OrderStateSamples.processing()), 2, 0);

    assertThat(shipped.order().status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(shipped.stock()).containsExactly(new StockChange(productId(1), 0, -2));
    assertThat(shipped.stockReason()).isEqualTo("order shipped");
  }

  @Test
  void anOrderIsShippedOnceAllOfItIsGone() {
    Order order = order(OrderStateSamples.processing());

    OrderDecision part = ship(order, 1, 0);
    assertThat(part.order().status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(part.stock()).containsExactly(new StockChange(productId(1), 0, -1));
    assertThat(part.events())
        .containsExactly(
            new OrderEvent.Changed(
                LATER, SERVICE, List.of(new OrderEvent.Change("shipped", "SKU-1", "0", "1"))));
    OrderDecision rest = ship(part.order(), 1, 1);
    assertThat(rest.order().status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(rest.stock()).containsExactly(new StockChange(productId(1), 0, -1));
  }

  @Test
  void nothingShipsTwiceOrWithoutPieces() {
    Order order = order(OrderStateSamples.processing());

    assertThatThrownBy(() -> ship(order, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> order.ship(Pieces.NONE, Pieces.NONE, null, SERVICE, null, LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> order.on(new Trigger.Ship(LATER, null), SERVICE, null, LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsOnHoldDoesNotShip() {
    assertThatThrownBy(() -> ship(order(OrderStateSamples.processing(), true, null), 2, 0))
        .isInstanceOf(OnHold.class);
  }

  private static OrderDecision ship(Order order, int quantity, int before) {
    OrderItemId item = order.lines().items().getFirst().id();
    return order.ship(
        Pieces.of(item, quantity),
        before == 0 ? Pieces.NONE : Pieces.of(item, before),
        null,
        SERVICE,
        null,
        LATER);
  }

  @Test
  void noOtherStepTouchesStock() {
    assertThat(
            order(OrderStateSamples.pending())
                .on(new Trigger.Confirm(LATER), SERVICE, null, LATER)
                .stock())
        .isEmpty();
    assertThat(
            order(OrderStateSamples.confirmed())
                .on(new Trigger.BeginFulfilment(LATER), SERVICE, null, LATER)
                .stock())
        .isEmpty();
    assertThat(
            order(OrderStateSamples.shipped())
                .on(new Trigger.Deliver(LATER), SERVICE, null, LATER)
                .stock())
        .isEmpty();
  }

  @Test
  void anUnpaidOrderLapsesWhenItsTimeIsOverAndNotBefore() {
    Order order = order(OrderStateSamples.pending());
    Instant due = OrderStateSamples.EXPIRES;

    assertThat(order.on(new Trigger.Expire(due.minusNanos(1)), SYSTEM, null, due))
        .isEqualTo(OrderDecision.none(order));
    OrderDecision lapsed = order.on(new Trigger.Expire(due), SYSTEM, null, due);
    assertThat(lapsed.order().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(lapsed.stock()).containsExactly(StockChange.release(productId(1), 2));
    assertThat(lapsed.stockReason()).isEqualTo("order expired");
  }

  @Test
  void aPaidOrderDoesNotLapse() {
    Order order = order(OrderStateSamples.confirmed());

    assertThat(order.on(new Trigger.Expire(LATER.plus(TIME_TO_PAY)), SYSTEM, null, LATER))
        .isEqualTo(OrderDecision.none(order));
  }

  @Test
  void anIllegalStepNamesBothStates() {
    assertThatThrownBy(
            () ->
                order(OrderStateSamples.shipped())
                    .on(new Trigger.Cancel(LATER), SERVICE, null, LATER))
        .isInstanceOfSatisfying(
            IllegalTransition.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("illegal-transition");
              assertThat(refusal.details())
                  .containsEntry("from", "SHIPPED")
                  .containsEntry("to", "CANCELLED");
            });
  }

  @Test
  void whatIsOnHoldIsNotFulfilledUntilItIsReleased() {
    Order held = order(OrderStateSamples.confirmed()).hold(ADMINISTRATOR, REASON, LATER).order();

    assertThatThrownBy(() -> held.on(new Trigger.BeginFulfilment(LATER), SERVICE, null, LATER))
        .isInstanceOf(OnHold.class);
    Order released = held.release(ADMINISTRATOR, REASON, LATER).order();
    assertThat(
            released.on(new Trigger.BeginFulfilment(LATER), SERVICE, null, LATER).order().status())
        .isEqualTo(OrderStatus.PROCESSING);
  }

  @Test
  void whatIsOnHoldCanBePaidAndCancelled() {
    Order held = order(OrderStateSamples.pending(), true, null);

    assertThat(held.on(new Trigger.Confirm(LATER), SERVICE, null, LATER).order().onHold()).isTrue();
    assertThat(held.on(new Trigger.Cancel(LATER), SERVICE, null, LATER).order().onHold()).isFalse();
  }

  @Test
  void anIllegalStepIsIllegalAlsoOnHold() {
    assertThatThrownBy(
            () ->
                order(OrderStateSamples.pending(), true, null)
                    .on(new Trigger.Deliver(LATER), SERVICE, null, LATER))
        .isInstanceOf(IllegalTransition.class);
  }

  @Test
  void holdingAndReleasingTwiceChangesNothing() {
    OrderDecision held = order(OrderStateSamples.pending()).hold(ADMINISTRATOR, REASON, LATER);
    assertThat(held.events()).containsExactly(new OrderEvent.Held(LATER, ADMINISTRATOR, REASON));
    assertThat(held.order().hold(ADMINISTRATOR, REASON, LATER).changesAnything()).isFalse();

    OrderDecision released = held.order().release(ADMINISTRATOR, null, LATER);
    assertThat(released.events())
        .containsExactly(new OrderEvent.Released(LATER, ADMINISTRATOR, null));
    assertThat(released.order().release(ADMINISTRATOR, null, LATER).changesAnything()).isFalse();
  }

  @Test
  void whatIsUnderWayOrGivenUpCannotBeHeld() {
    for (OrderState state : OrderStateSamples.states()) {
      if (!state.holdsStock()) {
        assertThatThrownBy(() -> order(state).hold(ADMINISTRATOR, null, LATER))
            .isInstanceOf(IllegalTransition.class);
      }
    }
  }

  @Test
  void theFirstAdministratorWhoActsIsInChargeUntilAnotherIsAssigned() {
    Order order = order(OrderStateSamples.pending());

    assertThat(order.takeCharge(SERVICE, LATER).changesAnything()).isFalse();
    Order taken = order.takeCharge(ADMINISTRATOR, LATER).order();
    assertThat(taken.managedBy()).isEqualTo(ADMINISTRATOR.id());
    assertThat(taken.takeCharge(OTHER_ADMINISTRATOR, LATER).changesAnything()).isFalse();

    OrderDecision assigned = taken.assign(OTHER_ADMINISTRATOR.id(), ADMINISTRATOR, null, LATER);
    assertThat(assigned.order().managedBy()).isEqualTo(OTHER_ADMINISTRATOR.id());
    assertThat(assigned.events())
        .containsExactly(
            new OrderEvent.Assigned(LATER, ADMINISTRATOR, OTHER_ADMINISTRATOR.id(), null));
    assertThat(
            assigned
                .order()
                .assign(OTHER_ADMINISTRATOR.id(), ADMINISTRATOR, null, LATER)
                .changesAnything())
        .isFalse();
  }

  @Test
  void everyNoteIsKept() {
    Order order = order(OrderStateSamples.delivered());

    OrderDecision twice =
        order
            .note(REASON, ADMINISTRATOR, LATER)
            .then(noted -> noted.note(REASON, ADMINISTRATOR, LATER));

    assertThat(twice.events()).hasSize(2);
    assertThat(twice.order().updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aGuestOwnsTheirOneOrderForNinetyDaysAfterItsLastTransition() {
    Order placed =
        Order.place(draft(lines(item(product(1, "10"), 2))), TIME_TO_PAY, ANONYMOUS, NOW).order();
    Actor guest = new Actor.Guest(placed.id());
    Instant end = NOW.plus(Duration.ofDays(90));

    assertThat(placed.isOpenTo(guest, end.minusNanos(1))).isTrue();
    assertThat(placed.isOpenTo(guest, end)).isFalse();
    assertThat(placed.isOpenTo(new Actor.Guest(new OrderId(Samples.id(1))), NOW)).isFalse();

    Order noted = placed.note(REASON, ADMINISTRATOR, LATER).order();
    assertThat(noted.isOpenTo(guest, end)).as("a note is no transition").isFalse();
    Order paid = noted.on(new Trigger.Confirm(LATER), SERVICE, null, LATER).order();
    assertThat(paid.isOpenTo(guest, end)).isTrue();
    assertThat(paid.isOpenTo(guest, LATER.plus(Duration.ofDays(90)))).isFalse();
  }

  @Test
  void anOrderIsOpenToItsCustomerAndStaffAlone() {
    Order order = order(OrderStateSamples.pending());

    assertThat(order.isOpenTo(new Actor.Customer(customerId()), LATER)).isTrue();
    assertThat(order.isOpenTo(ADMINISTRATOR, LATER)).isTrue();
    assertThat(order.isOpenTo(SERVICE, LATER)).isTrue();
    assertThat(order.isOpenTo(SYSTEM, LATER)).isTrue();
    assertThat(order.isOpenTo(new Actor.Customer(new CustomerId(Samples.id(1))), LATER)).isFalse();
    assertThat(order.isOpenTo(ANONYMOUS, LATER)).isFalse();
  }

  @Test
  void oneDecisionMovesStockAtMostOnce() {
    OrderDecision cancelled =
        order(OrderStateSamples.confirmed()).on(new Trigger.Cancel(LATER), SERVICE, null, LATER);

    assertThatThrownBy(() -> cancelled.then(again -> cancelled))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anOrdersTextTellsNothingOfItsBuyer() {
    assertThat(order(OrderStateSamples.pending()).toString())
        .doesNotContain("สมชาย", "somchai", "66812345678", "Sukhumvit", "10110", "Bangkok");
  }
}
