package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.euros;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.Forbidden;
import org.orders.application.payment.PayOrder.Means;
import org.orders.application.shared.Once;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.IllegalPaymentTransition;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.NotFound;

class PaymentTest {

  private final Replica shop = new Replica();
  private final PayOrder payOrder = shop.payment.payOrder();
  private final CapturePayment capturePayment = shop.payment.capturePayment();
  private final ReadPayments readPayments = shop.payment.readPayments();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(somchai, line(tea, 2));

  @Test
  void anInvoiceConfirmsTheOrderAtOnce() {
    Payment payment = pay(SERVICE, order.id());

    assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(payment.amount()).isEqualTo(euros("20.00"));
    assertThat(payment.orderId()).isEqualTo(order.id());
    assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.order(order.id()).managedBy()).isNull();
  }

  @Test
  void anAdministratorWhoAcceptsAnInvoiceIsInCharge() {
    pay(ADMINISTRATOR, order.id());

    assertThat(shop.order(order.id()).managedBy()).isEqualTo(ADMINISTRATOR.id());
  }

  @Test
  void customersAndGuestsDoNotPayOnAccount() {
    for (Actor actor : List.of(somchai, new Actor.Guest(order.id()), ANONYMOUS)) {
      assertThatThrownBy(() -> pay(actor, order.id())).isInstanceOf(Forbidden.class);
    }
  }

  @Test
  void aForeignOrderIsNotFoundBeforeTheMethodIsLookedAt() {
    Actor.Customer other = shop.account("other@example.com");

    assertThatThrownBy(
            () ->
                payOrder.pay(
                    new PayOrder.Command(other, order.id(), TestGateway.card()), Once.unkeyed()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> pay(SERVICE, new OrderId(Samples.id(1)))).isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsPaidIsNotPaidAgain() {
    pay(SERVICE, order.id());
    assertThatThrownBy(() -> pay(SERVICE, order.id())).isInstanceOf(AlreadyPaid.class);

    Order free = shop.placed(somchai, line(shop.product("0", 1), 1));
    assertThatThrownBy(() -> pay(SERVICE, free.id())).isInstanceOf(AlreadyPaid.class);
  }

  @Test
  void aCancelledOrderIsNotPaid() {
    pay(SERVICE, order.id());
    shop.walk(order.id(), OrderStatus.CANCELLED);

    assertThatThrownBy(() -> pay(SERVICE, order.id()))
        .isInstanceOfSatisfying(
            IllegalTransition.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("from", "CANCELLED")
                    .containsEntry("to", "CONFIRMED"));
    assertThat(shop.kept.payments().findByOrder(order.id()).orElseThrow().status())
        .isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void anOrderIsPaidOnceUnderOneKey() {
    PayOrder.Command command = new PayOrder.Command(SERVICE, order.id(), new Means.Invoice());
    Payment first = done(payOrder.pay(command, once("key")));

    assertThat(replayed(payOrder.pay(command, once("key")))).isEqualTo(first.toString());
  }

  @Test
  void moneyIsBookedOnceHoweverOften() {
    Payment payment = pay(SERVICE, order.id());

    Payment first = capture(payment.id());
    Payment second = capture(payment.id());

    assertThat(first.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(second.state()).isEqualTo(first.state());
    assertThat(shop.kept.payments().find(payment.id()).orElseThrow().version()).isEqualTo(1);
    assertThat(shop.order(order.id()).managedBy()).isEqualTo(ADMINISTRATOR.id());
  }

  @Test
  void whatWasGivenUpIsNotBooked() {
    Payment payment = pay(SERVICE, order.id());
    shop.walk(order.id(), OrderStatus.CANCELLED);

    assertThatThrownBy(() -> capture(payment.id())).isInstanceOf(IllegalPaymentTransition.class);
    assertThatThrownBy(() -> capture(new PaymentId(Samples.id(1)))).isInstanceOf(NotFound.class);
  }

  @Test
  void whoMaySeeAnOrderMaySeeItsPayment() {
    Payment payment = pay(SERVICE, order.id());

    for (Actor actor : List.of(somchai, new Actor.Guest(order.id()), ADMINISTRATOR, SERVICE)) {
      assertThat(readPayments.read(actor, payment.id())).isEqualTo(payment);
    }
    for (Actor actor : List.of(shop.account("other@example.com"), ANONYMOUS)) {
      assertThatThrownBy(() -> readPayments.read(actor, payment.id())).isInstanceOf(NotFound.class);
    }
  }

  @Test
  void staffListPaymentsByStatusAndOrder() {
    Payment payment = pay(SERVICE, order.id());
    Order other = shop.placed(somchai, line(tea, 1));
    Payment booked = capture(pay(SERVICE, other.id()).id());

    assertThat(list(null, order.id())).containsExactly(payment.id());
    assertThat(list(PaymentStatus.CAPTURED, null)).containsExactly(booked.id());
    assertThat(list(null, null)).hasSize(2);
  }

  private List<PaymentId> list(PaymentStatus status, OrderId ofOrder) {
    return readPayments.list(new PaymentFilter(status, ofOrder), Replica.ALL).items().stream()
        .map(Payment::id)
        .toList();
  }

  private Payment pay(Actor actor, OrderId id) {
    return done(payOrder.pay(new PayOrder.Command(actor, id, new Means.Invoice()), Once.unkeyed()));
  }

  private Payment capture(PaymentId id) {
    return done(
        capturePayment.capture(new CapturePayment.Command(ADMINISTRATOR, id), Once.unkeyed()));
  }
}
