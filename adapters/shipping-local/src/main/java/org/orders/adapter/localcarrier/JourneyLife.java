package org.orders.adapter.localcarrier;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orders.application.fulfilment.HearCarrier;
import org.orders.domain.fulfilment.Sender;

/**
 * Scans the built-in carrier's parcels as their journeys go on, where journeys are simulated, and
 * tells of it by the same door as any carrier: a signed delivery. All replicas do; each scan is
 * made by one.
 */
@ApplicationScoped
class JourneyLife {

  private static final System.Logger LOG = System.getLogger(JourneyLife.class.getName());
  private static final Duration NOT_HEARD = Duration.ofSeconds(5);
  private static final long LOOK_EVERY_MS = 250;

  private final LocalShippingCarrier carrier;
  private final HearCarrier door;
  private final InstantSource clock;
  private final Books books;
  private final Journey journey;
  private final boolean simulated;
  private @Nullable ScheduledExecutorService looking;

  JourneyLife(
      LocalShippingCarrier carrier,
      HearCarrier door,
      InstantSource clock,
      DataSource database,
      Sender sender,
      @ConfigProperty(name = "orders.shipping.local.simulate-journey", defaultValue = "false")
          boolean simulated,
      @ConfigProperty(name = "orders.shipping.local.journey-step", defaultValue = "20s")
          Duration step) {
    this.carrier = carrier;
    this.door = door;
    this.clock = clock;
    this.books = new Books(database);
    this.journey = new Journey(sender.address().city(), step);
    this.simulated = simulated;
  }

  void begin(@Observes @Priority(10_000) StartupEvent start) {
    if (simulated) {
      looking =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("local-carrier").daemon().factory());
      looking.scheduleWithFixedDelay(
          this::scanAll, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  void end(@Observes @Priority(1) ShutdownEvent stop) {
    ScheduledExecutorService looks = looking;
    if (looks != null) {
      looks.shutdown();
    }
  }

  /** Ends with the first failure; the next look goes on. */
  private void scanAll() {
    try {
      while (scanNext()) {
        // One after the other, each in a transaction of its own.
      }
    } catch (SQLException | RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "A parcel's journey cannot go on now", failed);
    }
  }

  private boolean scanNext() throws SQLException {
    UUID[] told = new UUID[1];
    try {
      return books.scanNext(
          due -> {
            told[0] = due.shipment();
            door.hear(LocalShippingCarrier.NAME, carrier.sign(journey.event(due), clock.instant()));
            return journey.next(due);
          });
    } catch (RuntimeException notHeard) {
      // It must not keep others from being scanned.
      Optional<UUID> shipment = Optional.ofNullable(told[0]);
      if (shipment.isPresent()) {
        books.putOff(shipment.get(), NOT_HEARD);
      }
      throw notHeard;
    }
  }
}
