package org.orders.application.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.euros;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.payment.CapturePayment;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.returns.IllegalReturnTransition;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnExceedsDelivery;
import org.orders.domain.returns.ReturnStatus;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class ReturnsTest {

  private final Replica shop = new Replica();
  private final Actor.Customer ann = shop.account("ann@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(ann, line(tea, 3));
  private final OrderItemId item = order.lines().items().getFirst().id();

  @Test
  void whatWasReceivedIsInStockAgainAndPaidBackOnce() {
    delivered(true);
    Return goods = request(2);
    assertThat(goods.status()).isEqualTo(ReturnStatus.REQUESTED);
    assertThat(goods.refund()).isEqualTo(euros("20"));
    decide(goods, ReturnStatus.APPROVED);

    Return received = decide(goods, ReturnStatus.RECEIVED);
    assertThat(decide(goods, ReturnStatus.RECEIVED)).isEqualTo(received);

    assertThat(received.refund()).isEqualTo(euros("20"));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 9, 0));
    assertThat(shop.ledger(tea)).isEqualTo(9);
    assertThat(payment().status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(payment().refundedAmount()).isEqualTo(euros("20"));
    assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(shop.kept.returns().events(goods.id())).hasSize(3);
  }

  @Test
  void noMoreGoesBackThanIsLeftOfThePayment() {
    delivered(true);
    shop.payment
        .refundPayment()
        .refund(
            new org.orders.application.payment.RefundPayment.Command(
                ADMINISTRATOR, payment().id(), new java.math.BigDecimal("25.00"), null),
            Once.unkeyed());
    Return goods = request(2);
    decide(goods, ReturnStatus.APPROVED);

    assertThat(decide(goods, ReturnStatus.RECEIVED).refund()).isEqualTo(euros("5"));
    assertThat(payment().status()).isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void whatNobodyPaidIsNotPaidBack() {
    delivered(false);
    Return goods = request(1);
    decide(goods, ReturnStatus.APPROVED);

    assertThat(decide(goods, ReturnStatus.RECEIVED).refund()).isEqualTo(euros("0"));
    assertThat(shop.stock(tea).available()).isEqualTo(8);
  }

  @Test
  void noMoreComesBackThanArrived() {
    shop.payByInvoice(order.id());
    shop.walk(order.id(), OrderStatus.PROCESSING);
    shop.walk(order.id(), OrderStatus.SHIPPED);
    assertThatThrownBy(() -> request(1)).isInstanceOf(ReturnExceedsDelivery.class);
    shop.walk(order.id(), OrderStatus.DELIVERED);
    Return first = request(2);
    assertThatThrownBy(() -> request(2)).isInstanceOf(ReturnExceedsDelivery.class);
    decide(first, ReturnStatus.REJECTED);

    assertThat(request(3).status()).isEqualTo(ReturnStatus.REQUESTED);
    assertThatThrownBy(() -> decide(first, ReturnStatus.APPROVED))
        .isInstanceOf(IllegalReturnTransition.class);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 7, 0));
  }

  @Test
  void manyAtOnceNeverSendBackMoreThanArrived() throws Exception {
    delivered(true);
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> wishes =
          IntStream.range(0, 12).<Callable<Boolean>>mapToObj(_ -> this::tryRequest).toList();
      long granted = many.invokeAll(wishes).stream().filter(result -> result.resultNow()).count();
      assertThat(granted).isEqualTo(3);
    }
  }

  @Test
  void aReturnBelongsToItsOrder() {
    delivered(true);
    Return goods = request(1);
    ReadReturns readReturns = shop.returns.readReturns();

    assertThat(readReturns.read(ann, goods.id())).isEqualTo(goods);
    assertThat(readReturns.read(new Actor.Guest(order.id()), goods.id())).isEqualTo(goods);
    assertThatThrownBy(() -> readReturns.read(shop.account("other@example.com"), goods.id()))
        .isInstanceOf(NotFound.class);
    assertThat(
            readReturns.list(new ReturnFilter(ReturnStatus.REQUESTED, null), Replica.ALL).items())
        .containsExactly(goods);
    assertThat(readReturns.list(new ReturnFilter(ReturnStatus.APPROVED, null), Replica.ALL).items())
        .isEmpty();
  }

  private boolean tryRequest() {
    try {
      request(1);
      return true;
    } catch (ReturnExceedsDelivery refused) {
      return false;
    }
  }

  private Return request(int quantity) {
    return done(
        shop.returns
            .requestReturn()
            .request(
                new RequestReturn.Command(
                    ann, order.id(), Pieces.of(item, quantity), new Reason("too small")),
                Once.unkeyed()));
  }

  private Return decide(Return goods, ReturnStatus status) {
    return done(
        shop.returns
            .decideReturn()
            .decide(
                new DecideReturn.Command(ADMINISTRATOR, goods.id(), status, Precondition.none()),
                Once.unkeyed()));
  }

  private Payment payment() {
    return shop.kept.payments().findByOrder(order.id()).orElseThrow();
  }

  private void delivered(boolean booked) {
    Payment payment = shop.payByInvoice(order.id());
    if (booked) {
      shop.payment
          .capturePayment()
          .capture(new CapturePayment.Command(ADMINISTRATOR, payment.id()), Once.unkeyed());
    }
    shop.walk(order.id(), OrderStatus.PROCESSING);
    shop.walk(order.id(), OrderStatus.SHIPPED);
    shop.walk(order.id(), OrderStatus.DELIVERED);
  }
}
