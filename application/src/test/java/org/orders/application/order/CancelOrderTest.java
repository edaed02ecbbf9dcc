package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.OTHER_ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;

import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.payment.CapturePayment;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class CancelOrderTest {

  private static final Reason REASON = new Reason("changed my mind");

  private final Replica shop = new Replica();
  private final CancelOrder cancelOrder = shop.orders.cancelOrder();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(somchai, line(tea, 2));

  @Test
  void stockReturnsAndTheHistoryTellsWhoAndWhy() {
    Order cancelled = cancel(somchai).order();

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
    assertThat(shop.ledger(tea)).isEqualTo(10);
    assertThat(shop.history(order.id()))
        .last()
        .isEqualTo(
            new OrderEvent.StatusChanged(
                shop.clock.instant(), somchai, OrderStatus.PENDING, OrderStatus.CANCELLED, REASON));
  }

  @Test
  void cancellingTwiceAnswersTheSameAndReturnsStockOnce() {
    OrderView first = cancel(somchai);

    OrderView second = cancel(ADMINISTRATOR);

    assertThat(second).isEqualTo(first);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
    assertThat(shop.history(order.id())).hasSize(2);
  }

  @Test
  void anUnbookedInvoiceIsVoided() {
    shop.payByInvoice(order.id());

    Payment payment = cancel(somchai).payment();

    assertThat(payment).isNotNull();
    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void moneyThatCameInStaysUntilItIsPaidBack() {
    Payment payment = shop.payByInvoice(order.id());
    shop.payment
        .capturePayment()
        .capture(new CapturePayment.Command(ADMINISTRATOR, payment.id()), Once.unkeyed());

    Payment after = cancel(somchai).payment();

    assertThat(after).isNotNull();
    assertThat(after.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void whatIsBeingPackedCanBeCancelledAndWhatWasShippedCannot() {
    shop.payByInvoice(order.id());
    shop.walk(order.id(), OrderStatus.PROCESSING);
    Order other = shop.placed(somchai, line(tea, 1));
    shop.payByInvoice(other.id());
    shop.walk(other.id(), OrderStatus.PROCESSING);
    shop.walk(other.id(), OrderStatus.SHIPPED);

    assertThat(cancel(somchai).order().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThatThrownBy(
            () ->
                cancelOrder.cancel(
                    new CancelOrder.Command(SERVICE, other.id(), null, Precondition.none()),
                    Once.unkeyed()))
        .isInstanceOf(IllegalTransition.class);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 9, 0));
  }

  @Test
  void theFirstAdministratorWhoActsIsInCharge() {
    assertThat(cancel(ADMINISTRATOR).order().managedBy()).isEqualTo(ADMINISTRATOR.id());
    assertThat(cancel(OTHER_ADMINISTRATOR).order().managedBy()).isEqualTo(ADMINISTRATOR.id());
  }

  @Test
  void aForeignOrderIsAsIfItWereNotThere() {
    assertThatThrownBy(() -> cancel(shop.account("other@example.com")))
        .isInstanceOf(NotFound.class);
    assertThat(shop.order(order.id())).isEqualTo(order);
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    assertThatThrownBy(
            () ->
                cancelOrder.cancel(
                    new CancelOrder.Command(
                        somchai,
                        order.id(),
                        null,
                        present -> {
                          throw new StaleVersion();
                        }),
                    Once.unkeyed()))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void aRetryHearsTheFirstAnswer() {
    CancelOrder.Command command =
        new CancelOrder.Command(somchai, order.id(), REASON, Precondition.none());

    OrderView first = done(cancelOrder.cancel(command, once("key")));

    assertThat(replayed(cancelOrder.cancel(command, once("key")))).isEqualTo(first.toString());
  }

  private OrderView cancel(Actor actor) {
    return done(
        cancelOrder.cancel(
            new CancelOrder.Command(actor, order.id(), REASON, Precondition.none()),
            Once.unkeyed()));
  }
}
