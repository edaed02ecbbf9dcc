package org.orders.adapter.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orders.contractkit.fulfilment.Counter;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;

/** When a carrier is slow, away or overrun. */
@Timeout(20)
class GuardedShippingCarrierTest {

  private static final LabelOutcome NOT_BOUGHT = new LabelOutcome.NotBought();
  private static final LabelOutcome UNKNOWN = new LabelOutcome.Unknown();
  private static final LabelRequest REQUEST = Counter.newRequest();
  private static final CarrierReference REFERENCE = new CarrierReference("ref");

  private final AtomicInteger calls = new AtomicInteger();

  private ShippingCarrier guarded(
      Duration timeout, int concurrency, Supplier<LabelOutcome> behaviour) {
    return new GuardedShippingCarrier(
        new Scripted(behaviour, calls),
        new GuardLimits(timeout, concurrency, 1, 4, 0.5, Duration.ofMillis(300)));
  }

  @Test
  void aCallThatTakesTooLongIsUnknown() {
    ShippingCarrier carrier =
        guarded(
            Duration.ofMillis(100),
            5,
            () -> {
              try {
                Thread.sleep(Duration.ofSeconds(10));
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              return UNKNOWN;
            });

    assertThat(carrier.buyLabel(REQUEST, REFERENCE)).isEqualTo(UNKNOWN);
    assertThat(Thread.currentThread().isInterrupted())
        .as("an interruption left over for whoever uses the thread next")
        .isFalse();
  }

  @Test
  void aCarrierThatDoesNotAnswerIsLeftAloneForAWhile() throws InterruptedException {
    AtomicInteger mood = new AtomicInteger();
    ShippingCarrier carrier =
        guarded(Duration.ofSeconds(5), 5, () -> mood.get() == 0 ? UNKNOWN : NOT_BOUGHT);
    for (int call = 0; call < 4; call++) {
      assertThat(carrier.buyLabel(REQUEST, REFERENCE)).isEqualTo(UNKNOWN);
    }

    assertThatThrownBy(() -> carrier.prepare(REQUEST)).isInstanceOf(CarrierUnavailable.class);
    assertThatThrownBy(() -> carrier.buyLabel(REQUEST, REFERENCE))
        .isInstanceOf(CarrierUnavailable.class);
    assertThatThrownBy(() -> carrier.lookUp(REQUEST, REFERENCE))
        .isInstanceOf(CarrierUnavailable.class);
    assertThatThrownBy(() -> carrier.voidLabel(REQUEST, REFERENCE))
        .isInstanceOf(CarrierUnavailable.class);
    assertThat(calls).as("calls that were sent").hasValue(4);

    mood.set(1);
    Thread.sleep(400);
    assertThat(carrier.lookUp(REQUEST, REFERENCE)).isEqualTo(NOT_BOUGHT);
  }

  @Test
  void aRefusalIsAnAnswer() {
    LabelOutcome refused = new LabelOutcome.Refused(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    ShippingCarrier carrier = guarded(Duration.ofSeconds(5), 5, () -> refused);

    for (int call = 0; call < 20; call++) {
      assertThat(carrier.buyLabel(REQUEST, REFERENCE)).isEqualTo(refused);
    }
  }

  @Test
  void whoFindsItFullIsTurnedAwayBeforeAnythingIsSent() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    ShippingCarrier carrier =
        guarded(
            Duration.ofSeconds(10),
            1,
            () -> {
              inside.countDown();
              try {
                return done.await(10, TimeUnit.SECONDS) ? NOT_BOUGHT : UNKNOWN;
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return UNKNOWN;
              }
            });
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<LabelOutcome> first = workers.submit(() -> carrier.buyLabel(REQUEST, REFERENCE));
      inside.await();

      assertThatThrownBy(() -> carrier.buyLabel(REQUEST, REFERENCE))
          .isInstanceOf(CarrierUnavailable.class);
      assertThat(calls).hasValue(1);

      done.countDown();
      assertThat(first.get()).isEqualTo(NOT_BOUGHT);
    }
  }

  /** A carrier that answers each call about a label by a script. */
  private record Scripted(Supplier<LabelOutcome> behaviour, AtomicInteger calls)
      implements ShippingCarrier {

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Duration inFlight() {
      return Duration.ofMinutes(1);
    }

    @Override
    public LabelPreparation prepare(LabelRequest request) {
      calls.incrementAndGet();
      return new LabelPreparation.Prepared(REFERENCE);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      calls.incrementAndGet();
      return behaviour.get();
    }

    @Override
    public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
      return buyLabel(request, reference);
    }

    @Override
    public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
      calls.incrementAndGet();
      return new VoidOutcome.Unknown();
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return new EventsReading.Rejected(EventsReading.Fault.FORGED);
    }
  }
}
