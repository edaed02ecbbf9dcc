package org.orders.application.order;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Basket;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.NotFound;

class ChangeOrderTest {

  private final Replica shop = new Replica();
  private final ChangeOrder changeOrder = shop.orders.changeOrder();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final ProductId cup = shop.product("2.50", 5);
  private final Order order = shop.placed(somchai, line(tea, 2), line(cup, 1));

  @Test
  void stockFollowsTheDifferenceAndTheHistoryTellsIt() {
    shop.clock.pass(Duration.ofMinutes(1));

    Order changed = change(somchai, line(tea, 5)).order();

    assertThat(changed.total()).isEqualTo(euros("50.00"));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 5, 5));
    assertThat(shop.stock(cup)).isEqualTo(new Stock(cup, 5, 0));
    assertThat(shop.history(order.id()))
        .last()
        .isEqualTo(
            new OrderEvent.Changed(
                shop.clock.instant(),
                somchai,
                List.of(
                    new OrderEvent.Change("quantity", "SKU-2", "1", null),
                    new OrderEvent.Change("quantity", "SKU-1", "2", "5"))));
  }

  @Test
  void aProductThatStaysKeepsItsPriceAndOneThatComesHasThePresentOne() {
    reprice(tea, "99.00");
    reprice(cup, "3.00");
    Order other = shop.placed(somchai, line(tea, 1));

    Order changed = change(somchai, line(tea, 3)).order();
    Order changedOther =
        done(changeOrder.change(
                command(somchai, other.id(), line(tea, 1), line(cup, 1)), Once.unkeyed()))
            .order();

    assertThat(changed.total()).isEqualTo(euros("30.00"));
    assertThat(changed.lines().items().getFirst().id())
        .isEqualTo(order.lines().items().getFirst().id());
    assertThat(changedOther.total()).isEqualTo(euros("102.00"));
  }

  @Test
  void whatIsShortLeavesEverythingAsItWas() {
    assertThatThrownBy(() -> change(somchai, line(tea, 11), line(cup, 2)))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal -> assertThat(refusal.shortages()).containsExactly(new Shortage(tea, 9, 8)));

    assertThat(shop.order(order.id())).isEqualTo(order);
    assertThat(shop.stock(cup)).isEqualTo(new Stock(cup, 4, 1));
    assertThat(shop.history(order.id())).hasSize(1);
  }

  @Test
  void linesAndAddressChangeTogetherOrNotAtAll() {
    Order changed =
        done(changeOrder.change(
                new ChangeOrder.Command(
                    somchai,
                    order.id(),
                    Optional.of(Basket.of(List.of(line(tea, 1)))),
                    Optional.of(Samples.otherAddress()),
                    Precondition.none()),
                Once.unkeyed()))
            .order();
    assertThat(changed.shippingAddress()).isEqualTo(Samples.otherAddress());
    assertThat(changed.total()).isEqualTo(euros("10.00"));

    pay();
    assertThatThrownBy(
            () ->
                changeOrder.change(
                    new ChangeOrder.Command(
                        somchai,
                        order.id(),
                        Optional.of(Basket.of(List.of(line(tea, 2)))),
                        Optional.of(Samples.address()),
                        Precondition.none()),
                    Once.unkeyed()))
        .isInstanceOf(IllegalTransition.class);
    assertThat(shop.order(order.id()).shippingAddress()).isEqualTo(Samples.otherAddress());
  }

  @Test
  void aPaidOrderGoesElsewhereButHoldsWhatItHolds() {
    pay();

    assertThat(changeAddress(somchai, Samples.otherAddress()).order().shippingAddress())
        .isEqualTo(Samples.otherAddress());
    assertThatThrownBy(() -> change(somchai, line(tea, 1))).isInstanceOf(IllegalTransition.class);
  }

  @Test
  void aPaidOrderMayBeSentBackWithTheLinesItHas() {
    pay();

    Order same = change(somchai, line(cup, 1), line(tea, 2)).order();

    assertThat(same.lines()).isEqualTo(order.lines());
    assertThat(same.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void anOrderOfWhichNothingIsLeftToPayIsConfirmed() {
    ProductId sample = shop.product("0", 1);

    assertThat(change(somchai, line(sample, 1)).order().status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    assertThatThrownBy(
            () ->
                changeOrder.change(
                    new ChangeOrder.Command(
                        somchai,
                        order.id(),
                        Optional.of(Basket.of(List.of(line(tea, 1)))),
                        Optional.empty(),
                        present -> {
                          throw new StaleVersion();
                        }),
                    Once.unkeyed()))
        .isInstanceOf(StaleVersion.class);
    assertThat(shop.order(order.id())).isEqualTo(order);
  }

  @Test
  void thePreconditionSeesTheOrderAsItIs() {
    changeOrder.change(
        new ChangeOrder.Command(
            somchai,
            order.id(),
            Optional.empty(),
            Optional.empty(),
            present -> assertThat(present.order()).isEqualTo(order)),
        Once.unkeyed());
  }

  @Test
  void aRetryHearsTheFirstAnswerBeforeAnyPrecondition() {
    ChangeOrder.Command command = command(somchai, order.id(), line(tea, 5));
    OrderView first = done(changeOrder.change(command, once("key")));
    change(somchai, line(tea, 1));

    assertThat(
            replayed(
                changeOrder.change(
                    new ChangeOrder.Command(
                        somchai,
                        order.id(),
                        command.basket(),
                        Optional.empty(),
                        present -> {
                          throw new StaleVersion();
                        }),
                    once("key"))))
        .isEqualTo(first.toString());
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 9, 1));
  }

  @Test
  void whatChangesNothingIsNotRecorded() {
    change(ADMINISTRATOR, line(tea, 2), line(cup, 1));
    changeAddress(ADMINISTRATOR, order.shippingAddress());

    assertThat(shop.order(order.id())).isEqualTo(order);
    assertThat(shop.history(order.id())).hasSize(1);
  }

  @Test
  void anAdministratorWhoChangesAnOrderIsInChargeOfIt() {
    assertThat(change(ADMINISTRATOR, line(tea, 1)).order().managedBy())
        .isEqualTo(ADMINISTRATOR.id());
    assertThat(change(SERVICE, line(tea, 2)).order().managedBy()).isEqualTo(ADMINISTRATOR.id());
  }

  @Test
  void aForeignOrderIsAsIfItWereNotThere() {
    Actor.Customer other = shop.account("other@example.com");

    assertThatThrownBy(() -> change(other, line(tea, 1))).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                changeOrder.change(
                    command(ADMINISTRATOR, new OrderId(Samples.id(1)), line(tea, 1)),
                    Once.unkeyed()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aGuestChangesTheirOwnOrder() {
    assertThat(change(new Actor.Guest(order.id()), line(tea, 1)).order().total())
        .isEqualTo(euros("10.00"));
    assertThatThrownBy(() -> change(new Actor.Guest(new OrderId(Samples.id(1))), line(tea, 1)))
        .isInstanceOf(NotFound.class);
  }

  private OrderView change(Actor actor, Basket.Line... lines) {
    return done(changeOrder.change(command(actor, order.id(), lines), Once.unkeyed()));
  }

  private OrderView changeAddress(Actor actor, Address address) {
    return done(
        changeOrder.change(
            new ChangeOrder.Command(
                actor, order.id(), Optional.empty(), Optional.of(address), Precondition.none()),
            Once.unkeyed()));
  }

  private static ChangeOrder.Command command(Actor actor, OrderId order, Basket.Line... lines) {
    return new ChangeOrder.Command(
        actor,
        order,
        Optional.of(Basket.of(List.of(lines))),
        Optional.empty(),
        Precondition.none());
  }

  private void pay() {
    shop.payByInvoice(order.id());
  }

  private void reprice(ProductId product, String euros) {
    shop.catalog
        .changeProduct()
        .change(
            new ChangeProduct.Command(
                ADMINISTRATOR,
                product,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(euros)),
                Optional.empty(),
                Optional.empty(),
                Precondition.none()),
            Once.unkeyed());
  }
}
