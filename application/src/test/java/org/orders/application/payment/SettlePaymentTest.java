package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.euros;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.application.Replica;
import org.orders.application.access.Forbidden;
import org.orders.application.order.CancelOrder;
import org.orders.application.payment.PayOrder.Means;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentInProgress;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundExceedsPayment;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.shared.NotFound;

/** Payments through a gateway, whose worker may die at every line. */
class SettlePaymentTest {

  private final Replica shop = new Replica();
  private final TestGateway gateway = shop.gateway;
  private final Actor.Customer ann = shop.account("ann@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(ann, line(tea, 2));
  private final PaymentWorker worker = new PaymentWorker(shop);

  @Test
  void aCardIsChargedOnceAndConfirmsTheOrder() {
    Payment pending = pay();
    assertThat(pending.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(status()).isEqualTo(OrderStatus.PENDING);

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(gateway.captured()).isEqualTo(1);
    assertThat(shop.settlements.announced).containsExactly(pending.id());
    assertThatThrownBy(this::pay).isInstanceOf(AlreadyPaid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "prepare,true",
    "prepare,false",
    "charge,true",
    "charge,false",
    "lookUp,true",
    "lookUp,false"
  })
  void whereverTheProgramDiesOneChargeIsMade(String call, boolean before) {
    pay();
    if (call.equals("lookUp")) {
      gateway.before("charge", PaymentWorker.Death::strikes);
    }
    if (before) {
      gateway.before(call, PaymentWorker.Death::strikes);
    } else {
      gateway.after(call, PaymentWorker.Death::strikes);
    }

    worker.work();

    assertThat(gateway.captured()).isEqualTo(1);
    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    worker.assertNothingIsLeftToDo();
  }

  @Test
  void whoeverFindsAnAttemptThatMayHaveBeenSentAsksFirst() {
    pay();
    gateway.after("charge", PaymentWorker.Death::strikes);

    worker.work();

    assertThat(gateway.calls).containsExactly("tokenize", "prepare", "charge", "lookUp");
  }

  @Test
  void aLostAnswerIsNeverADecline() {
    pay();
    gateway.answers(new ChargeOutcome.Unknown());
    gateway.before("charge", () -> gateway.answers(new ChargeOutcome.Unknown()));

    worker.workOnce();

    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThatThrownBy(this::pay).isInstanceOf(PaymentInProgress.class);
  }

  @Test
  void aDeclineLeavesTheOrderOpenForAnotherTry() {
    gateway.answers(new ChargeOutcome.Declined(DeclineReason.INSUFFICIENT_FUNDS));
    Payment first = pay();
    worker.work();
    assertThat(payment().status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(status()).isEqualTo(OrderStatus.PENDING);

    gateway.answers(new ChargeOutcome.Captured());
    Payment second = pay();
    worker.work();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.captured()).isEqualTo(1);
  }

  @Test
  void whatTheGatewayDefinitelyDidNotTakeIsTriedByANewAttempt() {
    gateway.answers(TestGateway.notTaken());
    pay();
    worker.workOnce();
    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(Objects.requireNonNull(payment().attempt()).number()).isEqualTo(2);

    gateway.answers(new ChargeOutcome.Captured());
    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.captured()).isEqualTo(1);
    assertThat(gateway.calls).containsSubsequence("charge", "close", "prepare", "charge");
  }

  @Test
  void aGatewayThatFailsForeverIsADeclineInTheEnd() {
    gateway.answers(TestGateway.notTaken());
    pay();

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(gateway.captured()).isZero();
    worker.assertNothingIsLeftToDo();
  }

  @Test
  void cancellingBeforeTheSendingVoidsThePayment() {
    pay();

    cancel();
    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(gateway.captured()).isZero();
    assertThat(shop.settlements.announced).contains(payment().id());
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void whatIsCapturedAfterTheCancellingGoesBackOnce() {
    pay();
    gateway.after("charge", this::cancel);

    worker.work();

    assertThat(status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(payment().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(gateway.captured()).isEqualTo(1);
    assertThat(gateway.refunded()).isEqualTo(2_000);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void whatWasNotTakenIsNotSentAgainOnceTheOrderIsCancelled() {
    pay();
    gateway.before("charge", PaymentWorker.Death::strikes);
    assertThatThrownBy(worker::workOnce).isInstanceOf(PaymentWorker.Death.class);
    cancel();

    worker.work();

    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(gateway.captured()).isZero();
    worker.assertNothingIsLeftToDo();
  }

  @ParameterizedTest
  @CsvSource({"refund,true", "refund,false", "lookUpRefund,true", "lookUpRefund,false"})
  void whereverTheProgramDiesOneRefundIsMade(String call, boolean before) {
    pay();
    worker.work();
    cancel();
    cancel();
    if (call.equals("lookUpRefund")) {
      gateway.before("refund", PaymentWorker.Death::strikes);
    }
    if (before) {
      gateway.before(call, PaymentWorker.Death::strikes);
    } else {
      gateway.after(call, PaymentWorker.Death::strikes);
    }

    worker.work();

    assertThat(gateway.refunded()).isEqualTo(2_000);
    assertThat(payment().status()).isEqualTo(PaymentStatus.REFUNDED);
    worker.assertNothingIsLeftToDo();
  }

  @Test
  void refundsArePartialAndNeverMoreThanIsLeft() {
    pay();
    assertThatThrownBy(() -> refund("1.00")).isInstanceOf(RefundExceedsPayment.class);
    worker.work();

    Refund first = refund("15.00");
    assertThat(first.status()).isEqualTo(Refund.Status.PENDING);
    assertThat(payment().refundedAmount()).isEqualTo(euros("0"));
    assertThatThrownBy(() -> refund("5.01")).isInstanceOf(RefundExceedsPayment.class);
    worker.work();
    assertThat(payment().status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(readRefund(first).status()).isEqualTo(Refund.Status.SUCCEEDED);

    refund(null);
    worker.work();
    assertThat(payment().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThatThrownBy(() -> refund(null)).isInstanceOf(RefundExceedsPayment.class);
    assertThat(gateway.refunded()).isEqualTo(2_000);
  }

  @Test
  void aRefundThatTheBankRefusesMayBeAskedForAgain() {
    pay();
    worker.work();
    gateway.answersRefunds(new RefundOutcome.Failed(RefundOutcome.Reason.REJECTED_BY_BANK));
    Refund refused = refund("15.00");
    worker.work();

    assertThat(readRefund(refused).status()).isEqualTo(Refund.Status.FAILED);
    assertThat(payment().refundable()).isEqualTo(euros("20"));
  }

  @Test
  void aVaultThatIsAwayLeavesNothingBehind() {
    gateway.before("tokenize", TestGateway::away);

    assertThatThrownBy(this::pay).isInstanceOf(GatewayUnavailable.class);
    assertThat(shop.kept.payments().findByOrder(order.id())).isEmpty();
  }

  @Test
  void aReplayAsksNoVault() {
    PayOrder.Command command = new PayOrder.Command(ann, order.id(), TestGateway.card());
    Payment first = done(shop.payment.payOrder().pay(command, once("key")));
    worker.work();

    assertThat(replayed(shop.payment.payOrder().pay(command, once("key"))))
        .isEqualTo(first.toString());
    assertThat(gateway.calls).containsOnlyOnce("tokenize");
  }

  @Test
  void nobodysCardGoesAnywhereForAForeignOrder() {
    Actor.Customer other = shop.account("other@example.com");

    assertThatThrownBy(() -> pay(other, TestGateway.card())).isInstanceOf(NotFound.class);
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void aWebhookIsAReasonToAskAndNothingElse() {
    pay();
    worker.workOnce();
    gateway.calls.clear();
    String name = "ref_" + Objects.requireNonNull(payment().attempt()).id().value();

    for (int time = 0; time < 3; time++) {
      hear("good", name);
    }
    hear("good", "ref_of_somebody_else");
    assertThatThrownBy(() -> hear("bad", name)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(
            () ->
                shop.payment
                    .hearGateway()
                    .hear("nobody", new WebhookDelivery(Map.of(), new byte[0])))
        .isInstanceOf(NotFound.class);

    worker.work();
    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.captured()).isEqualTo(1);
  }

  @Test
  void aWaiterSeesThePaymentSettled() throws InterruptedException {
    Payment pending = pay();
    Thread working = Thread.ofVirtual().start(worker::work);

    Payment settled = shop.payment.awaitPayment().await(pending.id(), Duration.ofSeconds(10));
    working.join();

    assertThat(settled.status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void anOverdueOrderWaitsForAnOpenAttemptForAWhile() {
    pay();
    gateway.before("charge", PaymentWorker.Death::strikes);
    assertThatThrownBy(worker::workOnce).isInstanceOf(PaymentWorker.Death.class);

    shop.clock.pass(Replica.TIME_TO_PAY.plusMinutes(1));
    assertThat(shop.orders.expireOrders().expireDue(10)).isZero();
    shop.clock.pass(Duration.ofMinutes(15));
    assertThat(shop.orders.expireOrders().expireDue(10)).isEqualTo(1);
    worker.work();

    assertThat(status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
  }

  private Payment pay() {
    return pay(ann, TestGateway.card());
  }

  private Payment pay(Actor actor, Means means) {
    return done(
        shop.payment
            .payOrder()
            .pay(new PayOrder.Command(actor, order.id(), means), Once.unkeyed()));
  }

  private void cancel() {
    shop.orders
        .cancelOrder()
        .cancel(
            new CancelOrder.Command(ann, order.id(), null, Precondition.none()), Once.unkeyed());
  }

  private Refund refund(@Nullable String amount) {
    return done(
        shop.payment
            .refundPayment()
            .refund(
                new RefundPayment.Command(
                    ADMINISTRATOR,
                    payment().id(),
                    amount == null ? null : new BigDecimal(amount),
                    null),
                Once.unkeyed()));
  }

  private Refund readRefund(Refund refund) {
    return shop.payment.readPayments().readRefund(SERVICE, refund.paymentId(), refund.id());
  }

  private void hear(String signature, String charge) {
    shop.payment
        .hearGateway()
        .hear(
            gateway.name(),
            new WebhookDelivery(
                Map.of("Signature", signature), charge.getBytes(StandardCharsets.UTF_8)));
  }

  private Payment payment() {
    return shop.kept.payments().findByOrder(order.id()).orElseThrow();
  }

  private OrderStatus status() {
    return shop.order(order.id()).status();
  }
}
