package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.order.Order;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.ConcurrentChange;

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
    Payment payment = payment(order);
    kept.work().run(() -> kept.payments().add(payment));

    assertThat(kept.orderQueries().find(order.id()).orElseThrow().payment()).isEqualTo(payment);
    assertThat(kept.work().run(() -> kept.payments().find(payment.id()))).contains(payment);
    assertThat(kept.work().run(() -> kept.payments().findByOrder(order.id()))).contains(payment);

    for (PaymentState.Trigger trigger :
        List.of(
            new PaymentState.Trigger.Release(LATER),
            new PaymentState.Trigger.Authorize(LATER),
            new PaymentState.Trigger.Capture(LATER))) {
      Payment moved =
          kept.work()
              .run(
                  () -> {
                    Payment next =
                        kept.payments().find(payment.id()).orElseThrow().on(trigger, LATER);
                    kept.payments().save(next);
                    return next;
                  });
      assertThat(kept.work().run(() -> kept.payments().find(payment.id())).orElseThrow().state())
          .isEqualTo(moved.state());
    }
    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () ->
                            kept.payments()
                                .save(payment.on(new PaymentState.Trigger.Release(LATER), LATER))))
        .isInstanceOf(ConcurrentChange.class);
    assertThatThrownBy(() -> kept.work().run(() -> kept.payments().add(payment(order))))
        .as("one payment an order")
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void paymentsAreListedByStatusAndOrder() {
    Order order = shop.order(2);
    Payment payment = payment(order);
    kept.work().run(() -> kept.payments().add(payment));

    assertThat(payments(new PaymentFilter(null, order.id()))).containsExactly(payment);
    assertThat(payments(new PaymentFilter(PaymentStatus.AUTHORIZED, order.id())))
        .containsExactly(payment);
    assertThat(payments(new PaymentFilter(PaymentStatus.PENDING, order.id()))).isEmpty();
    assertThat(payments(new PaymentFilter(null, null))).contains(payment);
  }

  private List<Payment> payments(PaymentFilter filter) {
    return kept.paymentQueries().list(filter, ALL).items();
  }

  private static Payment payment(Order order) {
    return Payment.byInvoice(new PaymentId(Shop.newId()), order.id(), order.total(), Shop.NOW);
  }
}
