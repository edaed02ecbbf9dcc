package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.application.Replica.wanted;
import static org.orders.domain.Samples.ADMINISTRATOR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.application.shared.IdempotencyKeyReused;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.ConcurrentChange;

/** What holds when orders are placed again, or at the same time. */
class PlaceOrderOnceTest {

  private final Replica shop = new Replica();
  private final PlaceOrder placeOrder = shop.orders.placeOrder();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final ProductId cup = shop.product("2.50", 5);

  @Test
  void theSameRequestUnderOneKeyHasOneEffectAndOneAnswer() {
    PlaceOrder.Command wanted = wanted(somchai, line(tea, 2));

    OrderView first = done(placeOrder.place(wanted, once("key")));
    Outcome<OrderView> second = placeOrder.place(wanted, once("key"));

    assertThat(replayed(second)).isEqualTo(first.toString());
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 8, 2));
  }

  @Test
  void aRetryHearsTheAnswerAlsoWhenTheWorldHasChangedSince() {
    PlaceOrder.Command wanted = wanted(somchai, line(tea, 10));
    OrderView first = done(placeOrder.place(wanted, once("key")));
    assertThat(replayed(placeOrder.place(wanted, once("key"))))
        .as("sold out")
        .isEqualTo(first.toString());

    discontinue(tea);
    assertThat(replayed(placeOrder.place(wanted, once("key"))))
        .as("discontinued")
        .isEqualTo(first.toString());
    assertThat(replayed(shop.another().orders.placeOrder().place(wanted, once("key"))))
        .as("discontinued, at a replica that never knew better")
        .isEqualTo(first.toString());

    shop.customer
        .deactivateCustomer()
        .deactivate(new DeactivateCustomer.Command(somchai, somchai.id(), Precondition.none()));
    assertThat(replayed(placeOrder.place(wanted, once("key"))))
        .as("left")
        .isEqualTo(first.toString());
  }

  @Test
  void anotherRequestUnderAUsedKeyIsRefused() {
    placeOrder.place(wanted(somchai, line(tea, 1)), once("key", "one"));

    assertThatThrownBy(() -> placeOrder.place(wanted(somchai, line(tea, 2)), once("key", "other")))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThatThrownBy(
            () ->
                placeOrder.place(
                    wanted(somchai, line(Samples.productId(1), 2)), once("key", "other")))
        .isInstanceOf(IdempotencyKeyReused.class);
  }

  @Test
  void aRefusalFreesTheKey() {
    assertThatThrownBy(() -> placeOrder.place(wanted(somchai, line(tea, 11)), once("key", "one")))
        .isInstanceOf(InsufficientStock.class);
    assertThatThrownBy(
            () ->
                placeOrder.place(
                    wanted(somchai, line(Samples.productId(1), 1)), once("key", "other")))
        .isInstanceOf(UnknownProduct.class);

    assertThat(done(placeOrder.place(wanted(somchai, line(tea, 1)), once("key", "third"))).order())
        .extracting(Order::customerId)
        .isEqualTo(somchai.id());
  }

  @Test
  void aKeyInUseIsInFlightForEverybodyElse() {
    PlaceOrder.Command wanted = wanted(somchai, line(tea, 1));
    shop.database.run(
        () -> {
          shop.kept.idempotency().claim(Replica.<OrderView>once("key").claim());
          assertThatThrownBy(() -> elsewhere(() -> placeOrder.place(wanted, once("key"))))
              .isInstanceOf(IdempotencyKeyInFlight.class);
        });

    assertThat(done(placeOrder.place(wanted, once("key"))).order().customerId())
        .isEqualTo(somchai.id());
  }

  @Test
  void fiftyBuyersOfTheLastPieceMakeOneOrder() {
    ProductId last = shop.product("10", 1);
    List<Thread> buyers = new ArrayList<>();
    List<Throwable> refusals = Collections.synchronizedList(new ArrayList<>());
    for (int buyer = 0; buyer < 50; buyer++) {
      buyers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      shop.placed(somchai, line(last, 1));
                    } catch (InsufficientStock refusal) {
                      refusals.add(refusal);
                    }
                  }));
    }
    buyers.forEach(PlaceOrderOnceTest::join);

    assertThat(refusals).hasSize(49);
    assertThat(shop.stock(last)).isEqualTo(new Stock(last, 0, 1));
  }

  @Test
  void aDecisionThatIsOvertakenAgainAndAgainIsGivenUp() {
    OvertakenPlacements overtaken = new OvertakenPlacements(shop.kept.placements());
    PlaceOrder placing =
        new PlaceOrderHandler(
            overtaken,
            shop.kept.orderNumbers(),
            new Idempotency(shop.kept.idempotency(), shop.clock),
            shop.database,
            shop.ids,
            shop.clock,
            Replica.TIME_TO_PAY);

    assertThatThrownBy(() -> placing.place(wanted(somchai, line(tea, 1)), Once.unkeyed()))
        .isInstanceOf(ConcurrentChange.class);

    assertThat(overtaken.asked)
        .containsExactly(
            Freshness.CACHED, Freshness.FRESH, Freshness.FRESH, Freshness.FRESH, Freshness.FRESH);
    assertThat(overtaken.orders).as("it stays the same order").hasSize(1);
  }

  @Test
  void placingTakesOneTransaction() {
    shop.placed(somchai, line(tea, 1));
    int before = shop.database.transactions();

    placeOrder.place(wanted(somchai, line(tea, 1), line(cup, 1)), once("key"));

    assertThat(shop.database.transactions() - before).isEqualTo(1);
  }

  /** On another thread, which has a transaction of its own. */
  private static void elsewhere(Runnable work) {
    var failure = new AtomicReference<RuntimeException>();
    join(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    work.run();
                  } catch (RuntimeException refused) {
                    failure.set(refused);
                  }
                }));
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Somebody else is always faster. */
  private static final class OvertakenPlacements implements OrderPlacements {

    private final OrderPlacements real;
    private final List<Freshness> asked = new ArrayList<>();
    private final Set<OrderId> orders = new HashSet<>();

    OvertakenPlacements(OrderPlacements real) {
      this.real = real;
    }

    @Override
    public Basis read(CustomerId customer, Collection<ProductId> products, Freshness freshness) {
      asked.add(freshness);
      return real.read(customer, products, freshness);
    }

    @Override
    public Result place(Placement placement) {
      orders.add(placement.decision().order().id());
      return new Result.BasisMoved();
    }
  }

  private void discontinue(ProductId product) {
    shop.catalog
        .discontinueProduct()
        .discontinue(new DiscontinueProduct.Command(ADMINISTRATOR, product, Precondition.none()));
  }
}
