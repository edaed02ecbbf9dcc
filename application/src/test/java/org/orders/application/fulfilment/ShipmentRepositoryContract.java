package org.orders.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.Order;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.ConcurrentChange;

/** What every keeper of shipments and of carriers' words must do. */
public abstract class ShipmentRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofMinutes(5));
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;
  private Order order;
  private CarrierReference reference;
  private TrackingNumber number;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
    order = shop.order(shop.customer(), shop.products(3, 10), 2);
    int next = NUMBERS.incrementAndGet();
    reference = new CarrierReference("ref_" + next + "_" + Shop.newId());
    number = new TrackingNumber("TRACK " + next + " " + Shop.newId());
  }

  @Test
  void aShipmentIsKeptWithItsPieces() {
    Shipment shipment = added(null);
    Shipment other = added(new ServiceName("Express"));

    assertThat(read(shipment)).isEqualTo(shipment);
    assertThat(read(other)).isEqualTo(other);
    assertThat(kept.work().run(() -> kept.shipments().ofOrder(order.id())))
        .containsExactly(shipment, other);
    Order without = shop.order(1);
    assertThat(kept.work().run(() -> kept.shipments().ofOrder(without.id()))).isEmpty();
    assertThat(kept.work().run(() -> kept.shipments().find(new ShipmentId(Shop.newId()))))
        .isEmpty();
  }

  @Test
  void everyStateOfAShipmentIsKept() {
    for (Trigger report :
        List.of(
            new Trigger.Move(LATER),
            new Trigger.Fail(LATER),
            new Trigger.Deliver(LATER),
            new Trigger.Return(LATER))) {
      Shipment labelled = labelled();
      assertThat(change(labelled, it -> it.on(report, LATER)).version()).isEqualTo(3);
    }
    Shipment refused =
        change(added(null), it -> it.on(new Trigger.Refuse(LATER, LabelRefusal.OTHER), LATER));
    assertThat(change(refused, it -> it.by("other", new ServiceName("slow"), LATER)).carrier())
        .isEqualTo("other");
    assertThat(
            change(asked(), it -> it.on(new Trigger.Refuse(LATER, LabelRefusal.OTHER), LATER))
                .state())
        .isEqualTo(new ShipmentState.Refused(LATER, LabelRefusal.OTHER, reference));
    Shipment abandoned = change(asked(), it -> it.on(new Trigger.GiveUp(LATER), LATER));
    assertThat(change(abandoned, it -> it.on(new Trigger.Close(LATER, false), LATER)).state())
        .isEqualTo(new ShipmentState.Voided(LATER, reference));
    Shipment given = change(added(null), it -> it.on(new Trigger.GiveUp(LATER), LATER));
    assertThat(given.state()).isEqualTo(new ShipmentState.Voided(LATER, null));
  }

  @Test
  void whatIsHandedOverByHandNeedsNoNumber() {
    ShipmentDecision decision =
        Shipment.byHand(
            new ShipmentId(Shop.newId()), order.id(), order.lines().pieces(), null, Shop.NOW);
    kept.work().run(() -> kept.shipments().add(decision));

    assertThat(read(decision.shipment())).isEqualTo(decision.shipment());
  }

  @Test
  void aDecisionOnAnOldVersionIsRefused() {
    Shipment shipment = added(null);
    change(shipment, it -> it.on(new Trigger.Ask(reference, LATER), LATER));

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () -> kept.shipments().save(shipment.on(new Trigger.GiveUp(LATER), LATER))))
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void aLabelledShipmentIsFoundByItsNumberAndHasItsLabel() {
    Shipment created = added(null);
    assertThat(kept.work().run(() -> kept.shipments().label(created.id()))).isEmpty();
    Shipment labelled = labelled();

    assertThat(kept.work().run(() -> kept.shipments().findByTracking("local", number)))
        .contains(labelled);
    assertThat(kept.work().run(() -> kept.shipments().findByTracking("other", number))).isEmpty();
    assertThat(kept.work().run(() -> kept.shipments().label(labelled.id()))).contains(document());
  }

  @Test
  void aWordIsKeptOnceAndInTheOrderOfWhatHappened() {
    CarrierEvent late = word("b" + Shop.newId(), LATER, "Berlin");
    CarrierEvent early = word("a" + Shop.newId(), Shop.NOW, null);

    assertThat(tell("local", late)).isTrue();
    assertThat(tell("local", early)).isTrue();
    assertThat(tell("local", late)).isFalse();
    assertThat(tell("other", late)).isTrue();

    assertThat(kept.work().run(() -> kept.carrierEvents().of("local", number, LATER)))
        .containsExactly(early, late);
    assertThat(
            kept.work().run(() -> kept.carrierEvents().of("local", number, LATER.plusSeconds(1))))
        .as("of a later parcel of the same number")
        .isEmpty();
    assertThat(kept.work().run(() -> kept.carrierEvents().of("other", number, LATER)))
        .containsExactly(late);
  }

  @Test
  void whoHoldsAParcelIsWaitedFor() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    Thread other =
        kept.work()
            .run(
                () -> {
                  kept.carrierEvents().hold("local", number);
                  Thread waiting =
                      Thread.ofPlatform()
                          .start(
                              () ->
                                  kept.work()
                                      .run(
                                          () -> {
                                            kept.carrierEvents().hold("local", number);
                                            steps.compareAndSet(1, 2);
                                          }));
                  pause();
                  steps.compareAndSet(0, 1);
                  return waiting;
                });
    other.join();

    assertThat(steps).hasValue(2);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tell(String carrier, CarrierEvent event) {
    return kept.work().run(() -> kept.carrierEvents().add(carrier, event, LATER));
  }

  private CarrierEvent word(String id, Instant at, @Nullable String location) {
    return new CarrierEvent(
        id,
        number,
        location == null ? null : reference,
        ParcelStatus.IN_TRANSIT,
        at,
        location,
        "on its way",
        location == null ? null : LATER);
  }

  private Shipment labelled() {
    return change(asked(), it -> it.label(reference, number, document(), LATER, LATER));
  }

  private Shipment asked() {
    return change(added(null), it -> it.on(new Trigger.Ask(reference, LATER), LATER));
  }

  private Shipment added(@Nullable ServiceName service) {
    Pieces some =
        Pieces.of(order.lines().items().getLast().id(), 1)
            .plus(Pieces.of(order.lines().items().getFirst().id(), 2));
    ShipmentDecision decision =
        Shipment.request(
            new ShipmentId(Shop.newId()), order.id(), some, "local", service, Shop.NOW);
    kept.work().run(() -> kept.shipments().add(decision));
    return decision.shipment();
  }

  private Shipment change(Shipment shipment, Function<Shipment, ShipmentDecision> decide) {
    ShipmentDecision decision = decide.apply(read(shipment));
    kept.work().run(() -> kept.shipments().save(decision));
    Shipment after = read(shipment);
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(decision.shipment());
    assertThat(after.version()).isEqualTo(decision.shipment().version() + 1);
    return after;
  }

  private Shipment read(Shipment shipment) {
    return kept.work().run(() -> kept.shipments().find(shipment.id())).orElseThrow();
  }

  private static LabelDocument document() {
    return new LabelDocument("%PDF-1.7 label".getBytes(StandardCharsets.US_ASCII));
  }
}
