package org.orders.adapter.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.shared.Money;

/** When a gateway is slow, away or overrun. */
@Timeout(20)
class GuardedPaymentGatewayTest {

  private static final ChargeOutcome CAPTURED = new ChargeOutcome.Captured();
  private static final ChargeOutcome UNKNOWN = new ChargeOutcome.Unknown();
  private static final Charge CHARGE =
      new Charge(
          new AttemptId(UUID.randomUUID()),
          new PaymentId(UUID.randomUUID()),
          new OrderId(UUID.randomUUID()),
          new PaymentToken("tok"),
          new Money(1, Currency.getInstance("EUR")));
  private static final GatewayReference REFERENCE = new GatewayReference("ref");

  private final AtomicInteger calls = new AtomicInteger();

  private static GuardLimits limits(Duration timeout, int concurrency) {
    return new GuardLimits(timeout, concurrency, 1, 4, 0.5, Duration.ofMillis(300));
  }

  private PaymentGateway guarded(GuardLimits limits, Supplier<ChargeOutcome> behaviour) {
    return new GuardedPaymentGateway(new Scripted(behaviour, calls), limits);
  }

  @Test
  void aCallThatTakesTooLongIsUnknown() {
    PaymentGateway gateway =
        guarded(limits(Duration.ofMillis(100), 5), () -> afterwards(Duration.ofSeconds(10)));

    assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(UNKNOWN);
    assertThat(Thread.currentThread().isInterrupted())
        .as("an interruption left over for whoever uses the thread next")
        .isFalse();
  }

  @Test
  void aGatewayThatDoesNotAnswerIsLeftAloneForAWhile() throws InterruptedException {
    AtomicInteger mood = new AtomicInteger();
    PaymentGateway gateway =
        guarded(limits(Duration.ofSeconds(5), 5), () -> mood.get() == 0 ? UNKNOWN : CAPTURED);
    for (int call = 0; call < 4; call++) {
      assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(UNKNOWN);
    }

    assertThatThrownBy(() -> gateway.charge(CHARGE, REFERENCE))
        .isInstanceOf(GatewayUnavailable.class);
    assertThatThrownBy(() -> gateway.lookUp(CHARGE, REFERENCE))
        .isInstanceOf(GatewayUnavailable.class);
    assertThat(calls).as("calls that were sent").hasValue(4);

    mood.set(1);
    Thread.sleep(400);
    assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(CAPTURED);
  }

  @Test
  void aDeclineIsAnAnswer() {
    ChargeOutcome declined = new ChargeOutcome.Declined(DeclineReason.CARD_DECLINED);
    PaymentGateway gateway = guarded(limits(Duration.ofSeconds(5), 5), () -> declined);

    for (int call = 0; call < 20; call++) {
      assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(declined);
    }
  }

  @Test
  void whoFindsItFullIsTurnedAwayBeforeAnythingIsSent() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    PaymentGateway gateway =
        guarded(
            limits(Duration.ofSeconds(10), 2),
            () -> {
              inside.countDown();
              return await(done);
            });
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ChargeOutcome> first = workers.submit(() -> gateway.charge(CHARGE, REFERENCE));
      Future<ChargeOutcome> second = workers.submit(() -> gateway.charge(CHARGE, REFERENCE));
      inside.await();

      assertThatThrownBy(() -> gateway.charge(CHARGE, REFERENCE))
          .isInstanceOf(GatewayUnavailable.class);
      assertThat(calls).hasValue(2);

      done.countDown();
      assertThat(first.get()).isEqualTo(CAPTURED);
      assertThat(second.get()).isEqualTo(CAPTURED);
    }
  }

  private static ChargeOutcome await(CountDownLatch done) {
    try {
      return done.await(10, TimeUnit.SECONDS) ? CAPTURED : UNKNOWN;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  /** As adapters do: an interrupted call keeps the flag and knows nothing. */
  private static ChargeOutcome afterwards(Duration delay) {
    try {
      Thread.sleep(delay);
      return CAPTURED;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  /** A gateway that answers each call about a charge by a script. */
  private record Scripted(Supplier<ChargeOutcome> behaviour, AtomicInteger calls)
      implements PaymentGateway {

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public CardVault vault() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration keyLifetime() {
      return Duration.ofDays(1);
    }

    @Override
    public Preparation prepare(Charge charge) {
      return new Preparation.Prepared(REFERENCE);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      calls.incrementAndGet();
      return behaviour.get();
    }

    @Override
    public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
      return charge(charge, reference);
    }

    @Override
    public ChargeOutcome close(Charge charge, GatewayReference reference) {
      return charge(charge, reference);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
      return new RefundOutcome.Unknown();
    }

    @Override
    public RefundOutcome lookUpRefund(RefundRequest request) {
      return new RefundOutcome.Unknown();
    }

    @Override
    public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
      return new WebhookReading.Rejected(WebhookReading.Fault.FORGED);
    }
  }
}
