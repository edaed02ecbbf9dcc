package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.application.Replica.TIME_TO_PAY;
import static org.orders.application.Replica.line;
import static org.orders.domain.Samples.SYSTEM;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.Reason;

class ExpireOrdersTest {

  private final Replica shop = new Replica();
  private final ExpireOrders expireOrders = shop.orders.expireOrders();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);

  @Test
  void onlyWhatIsDueExpires() {
    Order first = shop.placed(somchai, line(tea, 2));
    shop.clock.pass(Duration.ofMinutes(1));
    Order second = shop.placed(somchai, line(tea, 3));
    shop.clock.pass(TIME_TO_PAY.minusMinutes(1));

    assertThat(expireOrders.expireDue(100)).isEqualTo(1);

    assertThat(shop.order(first.id()).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.order(second.id())).isEqualTo(second);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 7, 3));
    assertThat(shop.history(first.id()))
        .last()
        .isEqualTo(
            new OrderEvent.StatusChanged(
                shop.clock.instant(),
                SYSTEM,
                OrderStatus.PENDING,
                OrderStatus.CANCELLED,
                new Reason("not paid in time")));
  }

  @Test
  void nothingExpiresAMomentTooEarly() {
    shop.placed(somchai, line(tea, 2));
    shop.clock.pass(TIME_TO_PAY.minusNanos(1_000));
    assertThat(expireOrders.expireDue(100)).isZero();

    shop.clock.pass(Duration.ofNanos(1_000));
    assertThat(expireOrders.expireDue(100)).isEqualTo(1);
  }

  @Test
  void whatWasPaidOrCancelledMeanwhileStaysAsItIs() {
    Order paid = shop.placed(somchai, line(tea, 2));
    Order free = shop.placed(somchai, line(shop.product("0", 1), 1));
    shop.payByInvoice(paid.id());
    shop.clock.pass(TIME_TO_PAY.multipliedBy(2));

    assertThat(expireOrders.expireDue(100)).isZero();

    assertThat(shop.order(paid.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.order(free.id())).isEqualTo(free);
  }

  @Test
  void anOrderThatSomebodyPaysAtThisMomentIsPassedOver() {
    Order busy = shop.placed(somchai, line(tea, 2));
    Order idle = shop.placed(somchai, line(tea, 3));
    shop.clock.pass(TIME_TO_PAY);

    shop.database.run(
        () -> {
          shop.kept.orders().lock(busy.id());
          Thread sweep = Thread.ofVirtual().start(() -> expireOrders.expireDue(100));
          join(sweep);
        });

    assertThat(shop.order(busy.id()).status()).isEqualTo(OrderStatus.PENDING);
    assertThat(shop.order(idle.id()).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void noMoreThanAskedForExpireAtOnceAndTheOldestFirst() {
    Order oldest = shop.placed(somchai, line(tea, 1));
    for (int later = 0; later < 3; later++) {
      shop.clock.pass(Duration.ofSeconds(1));
      shop.placed(somchai, line(tea, 1));
    }
    shop.clock.pass(TIME_TO_PAY);

    assertThat(expireOrders.expireDue(1)).isEqualTo(1);
    assertThat(shop.order(oldest.id()).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(expireOrders.expireDue(10)).isEqualTo(3);
    assertThat(expireOrders.expireDue(10)).isZero();
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void everyOrderExpiresInATransactionOfItsOwn() {
    shop.placed(somchai, line(tea, 1));
    shop.placed(somchai, line(tea, 1));
    shop.clock.pass(TIME_TO_PAY);
    int before = shop.database.transactions();

    expireOrders.expireDue(2);

    assertThat(shop.database.transactions() - before).isEqualTo(2);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
