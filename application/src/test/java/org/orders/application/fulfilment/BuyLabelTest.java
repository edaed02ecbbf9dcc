package org.orders.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.application.fulfilment.ParcelRoom.Death;
import org.orders.application.job.Job;
import org.orders.application.job.JobState;
import org.orders.application.job.RunJob.Ending;
import org.orders.application.job.TakenJob;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.PartiallyShipped;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;

/** Labels, whose worker may die at every line, and cancellations at every line. */
class BuyLabelTest {

  private final ParcelRoom room = new ParcelRoom().paid();
  private final TestCarrier carrier = room.carrier;

  @Test
  void aLabelIsBoughtOnceAndShipsTheOrder() {
    room.fulfil();
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(room.reserved(room.tea)).isEqualTo(3);

    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.LABELLED);
    assertThat(room.shop.order(room.order.id()).state())
        .isInstanceOfSatisfying(
            org.orders.domain.order.OrderState.Shipped.class,
            shipped -> assertThat(shipped.tracking()).isEqualTo(room.number(room.shipment())));
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 7, 0));
    assertThat(carrier.bought()).isEqualTo(1);
    assertThat(room.shop.kept.shipments().events(room.shipment().id())).hasSize(1);
    room.assertNothingIsLeftToDo();
  }

  @ParameterizedTest
  @CsvSource({
    "prepare,true",
    "prepare,false",
    "buyLabel,true",
    "buyLabel,false",
    "lookUp,true",
    "lookUp,false"
  })
  void whereverTheProgramDiesOneLabelIsBought(String call, boolean before) {
    room.fulfil();
    if (call.equals("lookUp")) {
      carrier.before("buyLabel", Death::strikes);
    }
    strike(call, before, Death::strikes);

    room.work();

    assertThat(carrier.bought()).isEqualTo(1);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 7, 0));
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoeverFindsAShipmentThatMayHaveALabelAsksFirst() {
    room.fulfil();
    carrier.after("buyLabel", Death::strikes);

    room.work();

    assertThat(carrier.calls).containsExactly("prepare", "buyLabel", "lookUp");
  }

  @Test
  void aLostAnswerIsAskedForAndNeverBoughtAgain() {
    room.fulfil();
    carrier.losesAnswers(true);
    room.workOnce();
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.CREATED);

    room.work();

    assertThat(carrier.bought()).isEqualTo(1);
    assertThat(carrier.calls).containsExactly("prepare", "buyLabel", "lookUp");
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
  }

  @ParameterizedTest
  @CsvSource({
    "prepare,true,0",
    "prepare,false,0",
    "buyLabel,true,1",
    "buyLabel,false,1",
    "lookUp,true,1",
    "lookUp,false,1"
  })
  void aCancellationThatCommitsFirstWinsAndALabelGoesBackOnce(
      String call, boolean before, int bought) {
    room.fulfil();
    if (call.equals("lookUp")) {
      carrier.losesAnswers(true);
    }
    strike(call, before, room::cancel);

    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.VOIDED);
    assertThat(carrier.bought()).isEqualTo(bought);
    assertThat(carrier.voided()).isEqualTo(bought);
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 10, 0));
    assertThat(room.shop.kept.shipments().events(room.shipment().id())).isEmpty();
    room.assertNothingIsLeftToDo();
  }

  @ParameterizedTest
  @CsvSource({
    "prepare,true,prepare",
    "prepare,false,prepare",
    "buyLabel,true,buyLabel",
    "buyLabel,false,buyLabel",
    "buyLabel,true,voidLabel",
    "buyLabel,false,voidLabel"
  })
  void aCancellationWhileTheProgramIsDeadLeavesNoLabelEither(
      String call, boolean before, String diesAgainIn) {
    room.fulfil();
    strike(call, before, Death::strikes);
    assertThatThrownBy(room::workOnce).isInstanceOf(Death.class);
    room.cancel();
    carrier.after(diesAgainIn, Death::strikes);

    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.VOIDED);
    assertThat(carrier.voided()).isEqualTo(carrier.bought());
    room.assertNothingIsLeftToDo();
  }

  @Test
  void cancellingBeforeTheCarrierWasAskedVoidsNothing() {
    room.fulfil();
    room.cancel();

    room.work();

    assertThat(carrier.calls).isEmpty();
    assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Voided.class);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whatHasALabelIsNotCancelled() {
    room.fulfil(Pieces.of(room.pots, 1));
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThatThrownBy(room::cancel).isInstanceOf(PartiallyShipped.class);

    room.fulfil();
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThatThrownBy(room::cancel).isInstanceOf(IllegalTransition.class);
    assertThat(carrier.voided()).isZero();
  }

  @Test
  void whoWakesUpAfterAllWasClosedLeavesNoLabelBehind() {
    room.fulfil();
    List<TakenJob> sleeping = room.take();
    carrier.before(
        "buyLabel",
        () -> {
          // Meanwhile: cancelled, the lease lost, nothing found at the carrier, closed.
          room.cancel();
          room.work();
          assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Voided.class);
        });

    assertThat(room.runJob().run(sleeping.getFirst()).ending()).isEqualTo(Ending.LOST);
    assertThat(carrier.bought()).isEqualTo(1);
    room.work();

    assertThat(carrier.voided()).isEqualTo(1);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoWakesUpTooLateChangesNothing() {
    room.fulfil();
    List<TakenJob> sleeping = room.take();
    carrier.before("buyLabel", room::work);

    assertThat(room.runJob().run(sleeping.getFirst()).ending()).isEqualTo(Ending.LOST);

    assertThat(carrier.bought()).isEqualTo(1);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 7, 0));
    room.assertNothingIsLeftToDo();
  }

  @Test
  void aRefusalLeavesADeadLetterThatCanBeRetried() {
    carrier.refuses(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    room.fulfil();
    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.FAILED);
    Job dead = room.leftToDo().getFirst();
    assertThat(dead.state()).isEqualTo(JobState.DEAD);
    assertThat(dead.reason()).hasToString("address_not_deliverable");

    carrier.refuses(null);
    room.retry(dead);
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(carrier.bought()).isEqualTo(1);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whatWasRefusedCanBeCancelledOrAskedForOnceMore() {
    carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    room.fulfil();
    room.work();
    carrier.refuses(null);

    assertThat(room.fulfil().id()).isEqualTo(room.shipment().id());
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments()).hasSize(1);
  }

  @Test
  void whatWasRefusedIsGivenUpWithItsOrder() {
    carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    room.fulfil();
    room.work();

    room.cancel();

    assertThat(room.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Voided.class);
    assertThat(carrier.calls).doesNotContain("voidLabel");
  }

  @ParameterizedTest
  @CsvSource({"prepare,true", "prepare,false", "buyLabel,true", "buyLabel,false"})
  void whatIsPutOnHoldWaitsAtWhateverPoint(String call, boolean before) {
    room.fulfil();
    strike(call, before, () -> room.shop.hold(room.order.id(), true));

    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(room.shipment().status()).isEqualTo(ShipmentStatus.CREATED);
    assertThat(room.reserved(room.tea)).isEqualTo(3);

    room.shop.hold(room.order.id(), false);
    room.work();
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(carrier.bought()).isEqualTo(1);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whatIsHandedOverByHandNeedsNoLabelAnyMore() {
    room.fulfil();
    carrier.after("buyLabel", () -> room.shop.walk(room.order.id(), OrderStatus.SHIPPED));

    room.work();

    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shipments())
        .extracting(shipment -> shipment.status())
        .containsExactly(ShipmentStatus.VOIDED, ShipmentStatus.IN_TRANSIT);
    assertThat(carrier.voided()).isEqualTo(1);
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 7, 0));
  }

  @Test
  void aLabelThatTheCarrierKeepsIsForSomebodyToSeeTo() {
    room.fulfil();
    carrier.after("buyLabel", room::cancel);
    carrier.answersVoids(new VoidOutcome.TooLate());

    room.work();

    assertThat(room.leftToDo())
        .singleElement()
        .satisfies(job -> assertThat(job.reason()).hasToString("too-late-to-void"));
  }

  @Test
  void nothingIsClosedWhileARequestMayBeOnItsWay() {
    room.fulfil();
    carrier.before("buyLabel", Death::strikes);
    assertThatThrownBy(room::workOnce).isInstanceOf(Death.class);
    room.cancel();

    room.workOnce();
    assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Abandoned.class);
    room.shop.clock.pass(Duration.ofMinutes(2));
    room.workOnce();

    assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Voided.class);
  }

  @Test
  void anotherCarrierWishedForWhileTheFirstIsAskedMakesTheOnlyLabel() {
    room.fulfil();
    carrier.after("prepare", () -> room.fulfilBy("other"));

    room.work();

    assertThat(carrier.bought()).isZero();
    assertThat(room.shipments()).hasSize(1);
    assertThat(room.shipment().carrier()).isEqualTo("other");
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void anotherCarrierWishedForWhileTheFirstIsAskedOnceMoreMakesTheOnlyLabel() {
    carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    room.fulfil();
    room.work();
    room.retry(room.leftToDo().getFirst());
    carrier.refuses(null);
    carrier.after("prepare", () -> room.fulfilBy("other"));

    room.work();

    assertThat(carrier.bought()).isZero();
    assertThat(room.shipment().carrier()).isEqualTo("other");
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoWakesUpWhenAnotherCarrierHasTheParcelLeavesNoLabelBehind() {
    TakenJob sleeping = asleepUntilRefused(() -> room.fulfilBy("other"));

    assertThat(room.runJob().run(sleeping).ending()).isEqualTo(Ending.LOST);
    assertThat(carrier.bought()).isEqualTo(1);
    room.work();

    assertThat(carrier.voided()).isEqualTo(1);
    assertThat(room.shipment().carrier()).isEqualTo("other");
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoWakesUpWhenTheRefusedParcelWasAskedForAnewLeavesNoSecondLabelBehind() {
    TakenJob sleeping = asleepUntilRefused(room::fulfil);

    assertThat(room.runJob().run(sleeping).ending()).isEqualTo(Ending.LOST);
    assertThat(carrier.bought()).isEqualTo(2);
    room.work();

    assertThat(carrier.voided()).isEqualTo(1);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(room.shop.stock(room.tea)).isEqualTo(new Stock(room.tea, 7, 0));
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoWakesUpWhenTheRefusedParcelWasGivenUpLeavesNoLabelBehind() {
    TakenJob sleeping = asleepUntilRefused(room::cancel);

    assertThat(room.runJob().run(sleeping).ending()).isEqualTo(Ending.LOST);
    assertThat(carrier.bought()).isEqualTo(1);
    room.work();

    assertThat(carrier.voided()).isEqualTo(1);
    assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Voided.class);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void whoWakesUpWhenTheParcelWasRefusedShipsIt() {
    TakenJob sleeping = asleepUntilRefused(() -> {});

    assertThat(room.runJob().run(sleeping).ending()).isEqualTo(Ending.LOST);

    assertThat(carrier.bought()).isEqualTo(1);
    assertThat(room.status()).isEqualTo(OrderStatus.SHIPPED);
    room.assertNothingIsLeftToDo();
  }

  @Test
  void aDeadLetterGoesWithWhatItIsAbout() {
    carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
    room.fulfil();
    room.work();
    assertThat(room.leftToDo()).hasSize(1);

    room.fulfil();
    assertThat(room.leftToDo()).extracting(Job::state).containsExactly(JobState.READY);
    room.work();
    assertThat(room.leftToDo()).extracting(Job::state).containsExactly(JobState.DEAD);

    room.cancel();
    room.assertNothingIsLeftToDo();
  }

  /** A worker that sleeps when it is about to buy, until its parcel was refused and more. */
  private TakenJob asleepUntilRefused(Runnable more) {
    room.fulfil();
    TakenJob sleeping = room.take().getFirst();
    carrier.before(
        "buyLabel",
        () -> {
          carrier.refuses(LabelRefusal.PARCEL_NOT_ACCEPTED);
          room.work();
          assertThat(room.shipment().state()).isInstanceOf(ShipmentState.Refused.class);
          carrier.refuses(null);
          more.run();
          room.work();
        });
    return sleeping;
  }

  private void strike(String call, boolean before, Runnable what) {
    if (before) {
      carrier.before(call, what);
    } else {
      carrier.after(call, what);
    }
  }
}
