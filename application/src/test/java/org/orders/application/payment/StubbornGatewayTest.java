package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.job.JobState;
import org.orders.application.order.CancelOrder;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;

/** Gateways that keep to what they said first under a key, and keys that have grown old. */
class StubbornGatewayTest {

  private static final int A_DAY_AND_A_HALF_OF_TRIES = 400;

  private final Replica shop = new Replica();
  private final TestGateway gateway = shop.gateway;
  private final Actor.Customer ann = shop.account("ann@example.com");
  private final Order order = shop.placed(ann, line(shop.product("10.00", 10), 2));
  private final PaymentWorker worker = new PaymentWorker(shop);

  @Test
  void whoeverGetsNoAnswerUnderOneKeyGoesOnUnderAnother() {
    gateway.isStubbornAbout(1);
    pay();

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(Objects.requireNonNull(payment().attempt()).number()).isEqualTo(2);
    assertThat(gateway.captured()).isEqualTo(1);
    assertThat(gateway.calls).containsSubsequence("charge", "lookUp", "close", "prepare", "charge");
    assertThat(Collections.frequency(gateway.calls, "charge")).isLessThan(8);
    worker.assertNothingIsLeftToDo();
  }

  @Test
  void whatCannotBeAnnouncedUnderOneKeyIsAnnouncedUnderAnother() {
    gateway.announces(false);
    pay();
    worker.workOnce();
    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(Objects.requireNonNull(payment().attempt()).number()).isEqualTo(2);

    gateway.announces(true);
    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.captured()).isEqualTo(1);
  }

  @Test
  void aGatewayThatCanBeToldNothingDeclinesNobody() {
    gateway.announces(false);
    pay();

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(gateway.captured()).isZero();
  }

  @Test
  void whatItsCustomerWouldHaveToAgreeToIsDeclinedAtOnce() {
    gateway.answers(new ChargeOutcome.NotTaken(DeclineReason.AUTHENTICATION_REQUIRED));
    pay();

    worker.workOnce();

    assertThat(payment().status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(payment().state())
        .isInstanceOfSatisfying(
            PaymentState.Declined.class,
            declined ->
                assertThat(declined.reason()).isEqualTo(DeclineReason.AUTHENTICATION_REQUIRED));
    assertThat(gateway.calls).containsOnlyOnce("charge");
  }

  @Test
  void nothingIsSentAgainWhenItsKeyMayBeForgotten() {
    pay();
    gateway.before("charge", PaymentWorker.Death::strikes);
    assertThatThrownBy(worker::workOnce).isInstanceOf(PaymentWorker.Death.class);
    shop.clock.pass(Duration.ofHours(21));
    gateway.calls.clear();

    for (int round = 0; round < A_DAY_AND_A_HALF_OF_TRIES; round++) {
      worker.workOnce();
      shop.clock.pass(Duration.ofMinutes(10));
    }

    assertThat(gateway.calls).containsOnly("lookUp");
    assertThat(worker.jobs(JobState.READY)).isEmpty();
    assertThat(worker.jobs(JobState.DEAD)).hasSize(1);
    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void whatIsTooOldToBeSentIsClosedOnceNobodyWantsIt() {
    pay();
    gateway.before("charge", PaymentWorker.Death::strikes);
    assertThatThrownBy(worker::workOnce).isInstanceOf(PaymentWorker.Death.class);
    shop.clock.pass(Duration.ofHours(21));

    cancel();
    worker.work();

    assertThat(status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(gateway.captured()).isZero();
    worker.assertNothingIsLeftToDo();
  }

  @Test
  void whatNobodyCouldSettleIsLookedAtAgainWhenItsOrderIsCancelled() {
    pay();
    gateway.before("charge", PaymentWorker.Death::strikes);
    assertThatThrownBy(worker::workOnce).isInstanceOf(PaymentWorker.Death.class);
    shop.clock.pass(Duration.ofHours(21));
    for (int round = 0; round < A_DAY_AND_A_HALF_OF_TRIES; round++) {
      worker.workOnce();
      shop.clock.pass(Duration.ofMinutes(10));
    }
    assertThat(worker.jobs(JobState.DEAD)).hasSize(1);

    cancel();
    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(gateway.captured()).isZero();
  }

  @Test
  void anAnnouncementThatIsTooOldIsMadeForAnotherAttempt() {
    pay();
    shop.clock.pass(Duration.ofHours(21));

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(Objects.requireNonNull(payment().attempt()).number()).isEqualTo(2);
    assertThat(gateway.captured()).isEqualTo(1);
  }

  @Test
  void whoWaitsHearsOfACancellingWhileTheChargeIsAnnounced() {
    Payment pending = pay();
    gateway.after("prepare", this::cancel);

    worker.workOnce();

    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(shop.settlements.announced).contains(pending.id());
    assertThat(gateway.captured()).isZero();
  }

  private Payment pay() {
    return done(
        shop.payment
            .payOrder()
            .pay(new PayOrder.Command(ann, order.id(), TestGateway.card()), Once.unkeyed()));
  }

  private void cancel() {
    shop.orders
        .cancelOrder()
        .cancel(
            new CancelOrder.Command(ann, order.id(), null, Precondition.none()), Once.unkeyed());
  }

  private Payment payment() {
    return shop.kept.payments().findByOrder(order.id()).orElseThrow();
  }

  private OrderStatus status() {
    return shop.order(order.id()).status();
  }
}
