package org.orders.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.application.notification.RelayOutbox;

class OutboxRelayTest {

  private static final Duration SELDOM = Duration.ofMinutes(5);

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicBoolean databaseIsAway = new AtomicBoolean();
  private @Nullable OutboxRelay relay;

  @AfterEach
  void stop() {
    if (relay != null) {
      relay.stop();
    }
  }

  @Test
  void itGoesOnAtOnceWhileThereAreFullBatches() {
    waiting.set(OutboxRelay.BATCH * 5 + 1);

    start(SELDOM);

    eventually(() -> waiting.get() == 0);
    assertThat(looks).hasValue(6);
  }

  @Test
  void whereThereIsLittleItLooksAgainAfterAWhile() {
    start(Duration.ofMillis(20));
    eventually(() -> looks.get() > 3);

    waiting.set(3);

    eventually(() -> waiting.get() == 0);
  }

  @Test
  void itSurvivesADatabaseThatIsAway() {
    databaseIsAway.set(true);
    start(Duration.ofMillis(10));
    eventually(() -> looks.get() > 0);
    waiting.set(3);

    databaseIsAway.set(false);

    eventually(() -> waiting.get() == 0);
  }

  @Test
  void askedToStopItEndsAtOnceAndRelaysNoMore() {
    start(SELDOM);
    eventually(() -> looks.get() == 1);
    Instant begun = Instant.now();

    stop();

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
    waiting.set(3);
    assertThat(looks).hasValue(1);
  }

  private void start(Duration lookEvery) {
    relay = new OutboxRelay(this::relay, lookEvery, new Quietly());
    relay.start();
  }

  private RelayOutbox.Relayed relay(int most) {
    looks.incrementAndGet();
    if (databaseIsAway.get()) {
      throw new IllegalStateException("the database is away");
    }
    int taken = Math.min(most, waiting.get());
    waiting.addAndGet(-taken);
    return new RelayOutbox.Relayed(taken, List.of());
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(15);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still not so").isBefore(end);
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
