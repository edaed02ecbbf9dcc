package org.orders.adapter.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orders.application.notification.RelayOutbox;
import org.orders.application.notification.RelayOutbox.Parked;
import org.orders.application.notification.RelayOutbox.Relayed;

/**
 * One replica's share in relaying the outbox: a thread that relays batch after batch while there
 * are full ones, and looks again after a while when there are not. Any number of replicas share the
 * outbox, each passing by what another one is taking.
 */
public final class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  /** What a transaction takes at once: milliseconds of work, so that it holds nobody up. */
  static final int BATCH = 200;

  private static final Duration FIRST_PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(8);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final RelayOutbox relayOutbox;
  private final Duration lookEvery;
  private final Quietly quietly;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  public OutboxRelay(RelayOutbox relayOutbox, Duration lookEvery, Quietly quietly) {
    this.relayOutbox = relayOutbox;
    this.lookEvery = lookEvery;
    this.quietly = quietly;
  }

  public void start() {
    thread = Thread.ofVirtual().name("outbox-relay").start(this::relay);
  }

  /** Relays no more; a batch that has begun ends. */
  public void stop() {
    stopped.countDown();
    if (thread != null) {
      try {
        thread.join(LONGEST_END);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void relay() {
    Duration pause = Duration.ZERO;
    Duration afterFailure = FIRST_PAUSE_AFTER_FAILURE;
    while (!isStoppedWithin(pause)) {
      if (quietly.run("relay-outbox", this::relayAll)) {
        pause = lookEvery;
        afterFailure = FIRST_PAUSE_AFTER_FAILURE;
      } else {
        pause = afterFailure;
        afterFailure = longer(afterFailure);
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE_AFTER_FAILURE) > 0 ? LONGEST_PAUSE_AFTER_FAILURE : twice;
  }

  private void relayAll() {
    Relayed relayed;
    do {
      relayed = relayOutbox.relay(BATCH);
      relayed.parked().forEach(OutboxRelay::tell);
    } while (relayed.taken() == BATCH && !isStoppedWithin(Duration.ZERO));
  }

  private static void tell(Parked parked) {
    LOG.errorf(
        parked.failure(),
        "A message of type %s was parked in the outbox: nobody could make sense of it",
        parked.message().type());
  }

  private boolean isStoppedWithin(Duration time) {
    try {
      return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
