package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.Reason;

/** What every keeper of orders must do. */
public abstract class OrderRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofMinutes(5));

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void anOrderIsFoundAndLockedAsPlaced() {
    Order order = shop.order(2);

    assertThat(find(order)).isEqualTo(order);
    assertThat(kept.work().run(() -> kept.orders().lock(order.id()))).contains(order);
    OrderId unknown = new OrderId(Shop.newId());
    assertThat(kept.work().run(() -> kept.orders().find(unknown))).isEmpty();
    assertThat(kept.work().run(() -> kept.orders().lock(unknown))).isEmpty();
    assertThat(kept.orderQueries().find(unknown)).isEmpty();
    assertThat(kept.orderQueries().history(unknown)).isEmpty();
  }

  @Test
  void everyStateOfAnOrderIsKept() {
    Order order = shop.order(2);
    TrackingNumber tracking = new TrackingNumber("1Z 999");

    for (Trigger trigger :
        List.of(
            new Trigger.Confirm(LATER),
            new Trigger.BeginFulfilment(LATER),
            new Trigger.Ship(LATER, tracking),
            new Trigger.Deliver(LATER))) {
      Order expected = change(order, present -> on(present, trigger));
      assertThat(find(order)).isEqualTo(counted(expected));
      assertThat(kept.orderQueries().find(order.id()).orElseThrow().order())
          .isEqualTo(counted(expected));
    }
    assertThat(find(order).version()).isEqualTo(4);
    assertThat(shop.stock(productOf(order))).isEqualTo(new Stock(productOf(order).id(), 0, 0));
  }

  private static OrderDecision on(Order order, Trigger trigger) {
    return trigger instanceof Trigger.Ship(var at, var tracking)
        ? order.ship(order.lines().pieces(), Pieces.NONE, tracking, Shop.ADMIN, null, at)
        : order.on(trigger, Shop.ADMIN, null, LATER);
  }

  @Test
  void whatShipsInPartsLeavesStockInParts() {
    Order order = shop.order(3);
    OrderItemId item = order.lines().items().getFirst().id();
    change(order, present -> on(present, new Trigger.Confirm(LATER)));
    change(order, present -> on(present, new Trigger.BeginFulfilment(LATER)));

    Pieces one = Pieces.of(item, 1);
    change(order, present -> present.ship(one, Pieces.NONE, null, Shop.ADMIN, null, LATER));

    assertThat(find(order).status()).isEqualTo(OrderStatus.PROCESSING);
    assertThat(find(order).lines()).isEqualTo(order.lines());
    assertThat(shop.stock(productOf(order))).isEqualTo(new Stock(productOf(order).id(), 0, 2));
    assertThat(kept.orderQueries().history(order.id()))
        .last()
        .isEqualTo(
            new OrderEvent.Changed(
                LATER,
                Shop.ADMIN,
                List.of(
                    new OrderEvent.Change(
                        "shipped", order.lines().items().getFirst().sku().value(), "0", "1"))));
    change(order, present -> present.ship(Pieces.of(item, 2), one, null, Shop.ADMIN, null, LATER));
    assertThat(find(order).status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(shop.stock(productOf(order))).isEqualTo(new Stock(productOf(order).id(), 0, 0));
  }

  @Test
  void aCancelledOrderGivesItsStockBack() {
    Order order = shop.order(2);

    change(
        order,
        present -> present.on(new Trigger.Cancel(LATER), new Actor.Guest(order.id()), null, LATER));

    assertThat(find(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.stock(productOf(order))).isEqualTo(new Stock(productOf(order).id(), 2, 0));
  }

  @Test
  void otherLinesTakeTheDifferenceFromStock() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(3, 10);
    Order order = shop.order(customer, products.subList(0, 2), 4);

    change(
        order,
        present -> present.changeLines(lines(present, products, 0, 1, 7), Shop.ADMIN, LATER));

    Order found = find(order);
    assertThat(found.lines().items()).extracting(item -> item.quantity()).containsExactly(1, 7);
    assertThat(found.lines().items().getFirst().id()).isEqualTo(order.lines().items().get(1).id());
    assertThat(shop.stock(products.get(0)).available()).isEqualTo(10);
    assertThat(shop.stock(products.get(1))).isEqualTo(new Stock(products.get(1).id(), 9, 1));
    assertThat(shop.stock(products.get(2))).isEqualTo(new Stock(products.get(2).id(), 3, 7));
  }

  @Test
  void linesInAnotherOrderAreKeptInThatOrder() {
    Order order = shop.order(shop.customer(), shop.products(2, 10), 4);
    OrderLines reversed = new OrderLines(order.lines().items().reversed());

    change(order, present -> present.changeLines(reversed, Shop.ADMIN, LATER));

    assertThat(find(order).lines()).isEqualTo(reversed);
  }

  @Test
  void whatIsShortLeavesTheOrderAsItIs() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(3, 5);
    Order order = shop.order(customer, products.subList(0, 2), 4);

    assertThatThrownBy(
            () ->
                change(
                    order,
                    present ->
                        present.changeLines(lines(present, products, 0, 6, 9), Shop.ADMIN, LATER)))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactlyInAnyOrder(
                        new Shortage(products.get(1).id(), 2, 1),
                        new Shortage(products.get(2).id(), 9, 5)));
    assertThat(find(order)).isEqualTo(order);
    assertThat(shop.stock(products.get(0)).available()).isEqualTo(1);
  }

  @Test
  void anotherDestinationIsKept() {
    Order order = shop.order(2);
    Address elsewhere =
        new Address("Ulice 1", "2. patro", "Praha", null, "110 00", new CountryCode("CZ"));

    change(order, present -> present.changeAddress(elsewhere, Shop.ADMIN, LATER));

    Order found = find(order);
    assertThat(found.shippingAddress()).isEqualTo(elsewhere);
    assertThat(found.lines()).isEqualTo(order.lines());
  }

  @Test
  void aDecisionThatRestsOnAnOlderVersionIsRefused() {
    Order order = shop.order(2);
    change(order, present -> present.hold(Shop.ADMIN, null, LATER));

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () ->
                            kept.orders()
                                .save(
                                    order.on(new Trigger.Cancel(LATER), Shop.ADMIN, null, LATER))))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(find(order).status()).isEqualTo(OrderStatus.PENDING);
    assertThat(shop.stock(productOf(order)).available()).isZero();
  }

  @Test
  void aDecisionThatChangesNothingWritesNothing() {
    Order order = shop.order(2);

    change(order, OrderDecision::none);

    assertThat(find(order)).isEqualTo(order);
    assertThat(kept.orderQueries().history(order.id())).hasSize(1);
  }

  @Test
  void everyEventAndActorIsRemembered() {
    Order order = shop.order(2);
    List<OrderEvent> events = new ArrayList<>(kept.orderQueries().history(order.id()));
    Actor service = new Actor.Service(new ClientId("till"));
    UserId boss = new UserId(Shop.newId());
    Reason reason = new Reason("because ✓");
    List<Function<Order, OrderDecision>> steps =
        List.of(
            present -> present.hold(new Actor.System(), reason, LATER),
            present -> present.release(service, null, LATER),
            present -> present.assign(boss, Shop.ADMIN, null, LATER),
            present -> present.note(reason, Shop.ADMIN, LATER),
            present -> present.changeAddress(address(), new Actor.Guest(order.id()), LATER),
            present -> present.changeLines(fewer(present), new Actor.Anonymous(), LATER),
            present -> present.on(new Trigger.Cancel(LATER), service, reason, LATER));

    for (Function<Order, OrderDecision> step : steps) {
      kept.work()
          .run(
              () -> {
                OrderDecision decision = step.apply(kept.orders().lock(order.id()).orElseThrow());
                kept.orders().save(decision);
                events.addAll(decision.events());
              });
    }

    assertThat(kept.orderQueries().history(order.id())).isEqualTo(events).hasSize(8);
    assertThat(kept.orderQueries().find(order.id()).orElseThrow().notes())
        .containsExactly(new OrderView.Note(LATER, Shop.ADMIN, reason));
  }

  @Test
  void aTransactionSeesWhatItWrote() {
    Order order = shop.order(2);

    OrderView view =
        kept.work()
            .run(
                () -> {
                  kept.orders().find(order.id());
                  Order present = kept.orders().lock(order.id()).orElseThrow();
                  kept.orders()
                      .save(present.on(new Trigger.Confirm(LATER), Shop.ADMIN, null, LATER));
                  kept.payments().add(payment(order));
                  return kept.orderQueries().find(order.id()).orElseThrow();
                });

    assertThat(view.order().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(view.payment()).isNotNull();
  }

  @Test
  void anOrderThatNobodyPaidInTimeIsOverdue() {
    Order order = shop.order(2);
    Instant expiry = Shop.NOW.plus(Shop.TIME_TO_PAY);
    // Others' orders may be overdue too: take them all.
    List<OrderId> overdue = new ArrayList<>();
    kept.work()
        .run(
            () -> {
              assertThat(kept.overdueOrders().lockNext(Shop.NOW, Shop.NOW)).isEmpty();
              var next = kept.overdueOrders().lockNext(expiry, expiry);
              while (next.isPresent()) {
                OrderId id = next.get();
                overdue.add(id);
                Order present = kept.orders().lock(id).orElseThrow();
                kept.orders()
                    .save(present.on(new Trigger.Expire(expiry), new Actor.System(), null, expiry));
                next = kept.overdueOrders().lockNext(expiry, expiry);
              }
            });

    assertThat(overdue).contains(order.id()).doesNotHaveDuplicates();
    assertThat(find(order).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  private Order change(Order order, Function<Order, OrderDecision> decide) {
    return kept.work()
        .run(
            () -> {
              OrderDecision decision = decide.apply(kept.orders().lock(order.id()).orElseThrow());
              kept.orders().save(decision);
              return decision.order();
            });
  }

  /** Lines of products, as many of each as said; of none where it says 0. */
  private static OrderLines lines(Order order, List<Product> products, int... pieces) {
    List<Basket.Line> wanted = new ArrayList<>();
    Map<ProductId, Product> known = new HashMap<>();
    for (int index = 0; index < pieces.length; index++) {
      Product product = products.get(index);
      known.put(product.id(), product);
      if (pieces[index] > 0) {
        wanted.add(new Basket.Line(product.id(), pieces[index]));
      }
    }
    return order.lines().replaceWith(Basket.of(wanted), known, () -> new OrderItemId(Shop.newId()));
  }

  private static OrderLines fewer(Order order) {
    return new OrderLines(
        order.lines().items().stream().map(item -> item.withQuantity(1)).toList());
  }

  private static Address address() {
    return new Address("Ulice 1", null, "Praha", null, "110 00", new CountryCode("CZ"));
  }

  /** The order as it is after it was saved. */
  private static Order counted(Order order) {
    return new Order(
        order.id(),
        order.number(),
        order.reference(),
        order.customerId(),
        order.state(),
        order.lines(),
        order.shippingAddress(),
        order.contact(),
        order.onHold(),
        order.managedBy(),
        order.placedAt(),
        order.updatedAt(),
        order.movedAt(),
        order.version() + 1);
  }

  private Product productOf(Order order) {
    ProductId id = order.lines().items().getFirst().productId();
    return kept.work().run(() -> kept.products().find(id)).orElseThrow();
  }

  private Order find(Order order) {
    return kept.work().run(() -> kept.orders().find(order.id())).orElseThrow();
  }

  private static PaymentDecision payment(Order order) {
    return Payment.byInvoice(new PaymentId(Shop.newId()), order.id(), order.total(), Shop.NOW);
  }
}
