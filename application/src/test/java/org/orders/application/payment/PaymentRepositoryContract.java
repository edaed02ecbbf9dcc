package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.order.Order;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.AttemptState;
import org.orders.domain.payment.CardSummary;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Refund;
import org.orders.domain.payment.RefundId;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/** What every keeper of payments must do. */
public abstract class PaymentRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofMinutes(5));
  private static final PageRequest ALL = new PageRequest(200, null, true);

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void aPaymentIsKeptWithItsOrder() {
    Order order = shop.order(2);
    PaymentDecision decision = byInvoice(order);
    Payment payment = decision.payment();
    kept.work().run(() -> kept.payments().add(decision));

    assertThat(kept.orderQueries().find(order.id()).orElseThrow().payment()).isEqualTo(payment);
    assertThat(read(payment)).isEqualTo(payment);
    assertThat(kept.work().run(() -> kept.payments().findByOrder(order.id()))).contains(payment);

    assertThat(change(payment, it -> it.book(LATER)).state())
        .isEqualTo(new PaymentState.Captured(LATER, zero(), zero()));
    assertThatThrownBy(() -> kept.work().run(() -> kept.payments().save(payment.release(LATER))))
        .as("rests on an old version")
        .isInstanceOf(ConcurrentChange.class);
    assertThatThrownBy(() -> kept.work().run(() -> kept.payments().add(byInvoice(order))))
        .as("one payment an order")
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void aDecisionThatChangesNothingWritesNothing() {
    PaymentDecision decision = byInvoice(shop.order(2));
    kept.work().run(() -> kept.payments().add(decision));
    Payment booked = change(decision.payment(), it -> it.book(LATER));

    assertThat(change(booked, it -> it.book(LATER)).version()).isEqualTo(booked.version());
  }

  @Test
  void aPaymentIsKeptWithItsLatestAttemptInEveryState() {
    Payment payment = byCard(shop.order(2));

    assertThat(read(payment)).isEqualTo(payment);
    GatewayReference reference = new GatewayReference("ref_" + Shop.newId());
    List<AttemptState.Trigger> triggers =
        List.of(
            new AttemptState.Trigger.Prepare(reference),
            new AttemptState.Trigger.Send(LATER),
            new AttemptState.Trigger.Capture(LATER));
    for (AttemptState.Trigger trigger : triggers) {
      AtomicReference<Payment> expected = new AtomicReference<>();
      Payment after =
          change(
              payment,
              present -> {
                PaymentDecision next = present.onAttempt(trigger, LATER);
                expected.set(next.payment());
                return next;
              });
      assertThat(after.attempt()).isEqualTo(expected.get().attempt());
      assertThat(after.state()).isEqualTo(expected.get().state());
      assertThat(after.method()).isEqualTo(payment.method());
    }
    assertThat(kept.work().run(() -> kept.payments().findByReference("test", reference)))
        .map(Payment::id)
        .contains(payment.id());
    assertThat(kept.work().run(() -> kept.payments().findByReference("other", reference)))
        .isEmpty();
  }

  @Test
  void anEarlierAttemptLeadsToItsPaymentToo() {
    Payment payment = byCard(shop.order(2));
    AttemptId first = attempt(payment).id();
    AttemptId second = new AttemptId(Shop.newId());

    Payment replaced = change(payment, it -> it.replaceAttempt(second, LATER));
    assertThat(attempt(replaced)).extracting(Attempt::id, Attempt::number).contains(second, 2);
    Payment declined =
        change(
            payment,
            it ->
                it.onAttempt(
                    new AttemptState.Trigger.Decline(LATER, DeclineReason.CARD_DECLINED), LATER));
    assertThat(declined.state())
        .isEqualTo(new PaymentState.Declined(LATER, DeclineReason.CARD_DECLINED));
    AttemptId third = new AttemptId(Shop.newId());
    PaymentMethod token = new PaymentMethod.Token(new PaymentToken("tok_2"));
    Payment again =
        change(payment, it -> it.againByGateway(it.amount(), third, "test", token, LATER));
    assertThat(again.method()).isEqualTo(token);

    for (AttemptId id : List.of(first, second, third)) {
      assertThat(kept.work().run(() -> kept.payments().findByAttempt(id))).contains(again);
    }
  }

  @Test
  void whatIsReadAfterALockIsWhatIsThereThen() {
    Order order = shop.order(2);
    Payment payment = byCard(order);

    Payment seen =
        kept.work()
            .run(
                () -> {
                  assertThat(kept.payments().find(payment.id())).isPresent();
                  Thread other =
                      Thread.ofVirtual()
                          .start(
                              () ->
                                  change(
                                      payment,
                                      it ->
                                          it.onAttempt(
                                              new AttemptState.Trigger.GiveUp(LATER), LATER)));
                  join(other);
                  kept.orders().lock(order.id());
                  return kept.payments().find(payment.id()).orElseThrow();
                });

    assertThat(seen.status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void refundsAreKept() {
    Payment payment = byCard(shop.order(2));
    Refund refund =
        Refund.request(
            new RefundId(Shop.newId()), payment.id(), payment.amount(), new Reason("torn"), LATER);
    kept.work().run(() -> kept.refunds().add(refund));

    assertThat(kept.work().run(() -> kept.refunds().find(refund.id()))).contains(refund);
    assertThat(kept.work().run(() -> kept.refunds().findOpen(payment.id())))
        .containsExactly(refund);
    Refund sent = refund.send(LATER);
    kept.work().run(() -> kept.refunds().save(sent));
    assertThat(kept.work().run(() -> kept.refunds().find(refund.id()))).contains(sent);
    Refund settled = sent.settle(Refund.Status.SUCCEEDED, LATER);
    kept.work().run(() -> kept.refunds().save(settled));
    assertThat(kept.work().run(() -> kept.refunds().find(refund.id()))).contains(settled);
    assertThat(kept.work().run(() -> kept.refunds().findOpen(payment.id()))).isEmpty();
  }

  @Test
  void anOrderWhosePaymentIsInProgressIsWaitedFor() {
    Order order = shop.order(2);
    byCard(order);
    Instant expiry = Shop.NOW.plus(Shop.TIME_TO_PAY);

    kept.work()
        .run(
            () -> {
              var next = kept.overdueOrders().lockNext(expiry, expiry.minusSeconds(1));
              assertThat(next).isNotEqualTo(Optional.of(order.id()));
              return next;
            });
  }

  @Test
  void paymentsAreListedByStatusAndOrder() {
    Order order = shop.order(2);
    PaymentDecision decision = byInvoice(order);
    Payment payment = decision.payment();
    kept.work().run(() -> kept.payments().add(decision));

    assertThat(payments(new PaymentFilter(null, order.id()))).containsExactly(payment);
    assertThat(payments(new PaymentFilter(PaymentStatus.AUTHORIZED, order.id())))
        .containsExactly(payment);
    assertThat(payments(new PaymentFilter(PaymentStatus.PENDING, order.id()))).isEmpty();
    assertThat(payments(new PaymentFilter(null, null))).contains(payment);
  }

  private Payment read(Payment payment) {
    return kept.work().run(() -> kept.payments().find(payment.id())).orElseThrow();
  }

  private Payment change(Payment payment, Function<Payment, PaymentDecision> decide) {
    kept.work()
        .run(
            () ->
                kept.payments()
                    .save(decide.apply(kept.payments().find(payment.id()).orElseThrow())));
    return read(payment);
  }

  private Payment byCard(Order order) {
    PaymentDecision decision =
        Payment.byGateway(
            new PaymentId(Shop.newId()),
            order.id(),
            order.total(),
            new AttemptId(Shop.newId()),
            "test",
            new PaymentMethod.Card(new PaymentToken("tok_1"), new CardSummary("visa", "4242")),
            Shop.NOW);
    kept.work().run(() -> kept.payments().add(decision));
    return decision.payment();
  }

  private static Attempt attempt(Payment payment) {
    return Objects.requireNonNull(payment.attempt());
  }

  private static Money zero() {
    return Money.zero(Shop.EUR);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Payment> payments(PaymentFilter filter) {
    return kept.paymentQueries().list(filter, ALL).items();
  }

  private static PaymentDecision byInvoice(Order order) {
    return Payment.byInvoice(new PaymentId(Shop.newId()), order.id(), order.total(), Shop.NOW);
  }
}
