package org.orders.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orders.application.Replica;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobState;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.RetryJob;
import org.orders.application.job.RunJob;
import org.orders.application.job.TakenJob;
import org.orders.application.order.CancelOrder;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Reason;

/** An order of three pots of tea and a cup, and those who pack it, whose program may die. */
final class ParcelRoom {

  static final Duration LEASE = Duration.ofSeconds(10);

  final Replica shop = new Replica();
  final TestCarrier carrier = shop.carrier;
  final Actor.Customer ann = shop.account("ann@example.com");
  final ProductId tea = shop.product("10.00", 10);
  final ProductId cup = shop.product("4.00", 10);
  final Order order = shop.placed(ann, line(tea, 3), line(cup, 1));
  final OrderItemId pots = order.lines().items().getFirst().id();
  final OrderItemId cups = order.lines().items().getLast().id();

  /** The end of a program, which no handler catches. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    static void strikes() {
      throw new Death();
    }
  }

  ParcelRoom paid() {
    shop.payByInvoice(order.id());
    return this;
  }

  Shipment fulfil() {
    return fulfil(null);
  }

  Shipment fulfil(@Nullable Pieces pieces) {
    return done(shop.fulfilment.fulfilOrder().fulfil(wish(pieces), Once.unkeyed()));
  }

  /** All that is left, by a carrier of choice. */
  Shipment fulfilBy(String carrier) {
    return done(
        shop.fulfilment
            .fulfilOrder()
            .fulfil(
                new FulfilOrder.Command(
                    SERVICE, order.id(), null, carrier, null, null, Precondition.none()),
                Once.unkeyed()));
  }

  FulfilOrder.Command wish(@Nullable Pieces pieces) {
    return new FulfilOrder.Command(
        SERVICE, order.id(), pieces, null, null, null, Precondition.none());
  }

  Shipment deliver(@Nullable ShipmentId shipment) {
    return deliver(shipment, null);
  }

  Shipment deliver(@Nullable ShipmentId shipment, @Nullable Reason reason) {
    return done(
        shop.fulfilment
            .markDelivered()
            .deliver(
                new MarkDelivered.Command(
                    ADMINISTRATOR, order.id(), shipment, reason, Precondition.none()),
                Once.unkeyed()));
  }

  void cancel() {
    shop.orders
        .cancelOrder()
        .cancel(
            new CancelOrder.Command(ann, order.id(), null, Precondition.none()), Once.unkeyed());
  }

  void hear(String... lines) {
    shop.fulfilment
        .hearCarrier()
        .hear(TestCarrier.NAME, TestCarrier.delivery("good", String.join("\n", lines)));
  }

  List<Shipment> shipments() {
    return shop.kept.shipments().ofOrder(order.id());
  }

  Shipment shipment() {
    return shipments().getFirst();
  }

  TrackingNumber number(Shipment shipment) {
    TrackingNumber number =
        shop.kept.shipments().find(shipment.id()).orElseThrow().trackingNumber();
    if (number == null) {
      throw new AssertionError("no tracking number");
    }
    return number;
  }

  OrderStatus status() {
    return shop.order(order.id()).status();
  }

  long reserved(ProductId product) {
    return shop.stock(product).reserved();
  }

  /** Works, dies and comes back until nothing is left to do, or hours are over. */
  void work() {
    for (int round = 0; round < 100; round++) {
      try {
        workOnce();
      } catch (Death death) {
        // Another worker goes on once the lease has run out.
      }
      shop.clock.pass(LEASE.plusSeconds(1));
    }
  }

  void workOnce() {
    for (TakenJob job : take()) {
      runJob().run(job);
    }
  }

  List<TakenJob> take() {
    return shop.jobs.take(
        Map.of(BuyLabelJob.TYPE, 10, VoidLabelJob.TYPE, 10, VoidStrayLabelJob.TYPE, 10), LEASE);
  }

  RunJob runJob() {
    return jobs().runJob();
  }

  void retry(Job dead) {
    jobs().retryJob().retry(new RetryJob.Command(ADMINISTRATOR, dead.id()), Once.unkeyed());
  }

  private JobUseCases jobs() {
    return new JobUseCases(
        List.of(
            shop.fulfilment.buyLabelJob(),
            shop.fulfilment.voidLabelJob(),
            shop.fulfilment.voidStrayLabelJob()),
        shop.jobs,
        shop.jobs,
        shop.jobs,
        new Idempotency(shop.kept.idempotency(), shop.clock),
        shop.database,
        () -> 0L);
  }

  List<Job> leftToDo() {
    return Stream.of(JobState.values())
        .flatMap(state -> shop.jobs.list(new JobFilter(state, null), Replica.ALL).items().stream())
        .toList();
  }

  void assertNothingIsLeftToDo() {
    assertThat(leftToDo()).isEmpty();
  }
}
