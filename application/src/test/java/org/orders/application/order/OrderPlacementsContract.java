package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.inventory.Movement;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.order.OrderPlacements.Placement;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyKeyReused;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.Money;

/** What every way of a new order into what is kept must do. */
public abstract class OrderPlacementsContract {

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;
  private Customer customer;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
    customer = shop.customer();
  }

  @Test
  void anOrderIsWrittenWithEverythingThatBelongsToIt() {
    List<Product> products = shop.products(3, 10);
    Basis basis = shop.basis(customer, products);
    OrderDecision decision = shop.decide(customer, basis, products.reversed(), 4);

    assertThat(shop.place(decision, basis, null)).isEqualTo(new Result.Placed());

    OrderView view = kept.orderQueries().find(decision.order().id()).orElseThrow();
    assertThat(view).isEqualTo(OrderView.fresh(decision.order()));
    assertThat(kept.orderQueries().history(decision.order().id())).isEqualTo(decision.events());
    for (Product product : products) {
      assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 6, 4));
      assertThat(movements(product).getFirst())
          .isEqualTo(
              new Movement(
                  Shop.NOW,
                  -4,
                  decision.stockReason(),
                  decision.order().id(),
                  decision.events().getFirst().actor(),
                  6));
    }
  }

  @Test
  void aFreeOrderIsConfirmedWithTwoEvents() {
    Product product = shop.product(5);
    kept.work().run(() -> kept.products().save(product.change(price(0), Shop.NOW.plusSeconds(1))));
    Basis basis = shop.basis(customer, List.of(product));
    OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);

    shop.place(decision, basis, null);

    OrderView view = kept.orderQueries().find(decision.order().id()).orElseThrow();
    assertThat(view.order().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(kept.orderQueries().history(decision.order().id()))
        .isEqualTo(decision.events())
        .hasSize(2);
  }

  @Test
  void aGuestIsAddedWithTheOrder() {
    Product product = shop.product(5);
    Customer guest =
        Customer.guest(
            new CustomerId(Shop.newId()),
            Shop.profile(customer.profile().email().value()),
            Shop.NOW);
    Basis basis = kept.placements().read(null, List.of(product.id()), Freshness.FRESH);
    OrderDecision decision = shop.decide(guest, basis, List.of(product), 1);

    assertThat(basis.customer()).isNull();
    assertThat(kept.placements().place(new Placement(decision, basis, guest, null, "")))
        .isEqualTo(new Result.Placed());
    assertThat(kept.work().run(() -> kept.customers().find(guest.id()))).contains(guest);
  }

  @Test
  void everyProductThatIsShortIsNamedAndNothingIsWritten() {
    Product plenty = shop.product(10);
    Product few = shop.product(1);
    Product none = shop.product(0);
    List<Product> products = List.of(plenty, none, few);
    Basis basis = shop.basis(customer, products);
    OrderDecision decision = shop.decide(customer, basis, products, 2);
    IdempotencyClaim claim = newClaim("fingerprint");

    assertThat(shop.place(decision, basis, claim))
        .isInstanceOfSatisfying(
            Result.Short.class,
            result ->
                assertThat(result.shortages())
                    .containsExactlyInAnyOrder(
                        new Shortage(none.id(), 2, 0), new Shortage(few.id(), 2, 1)));

    assertThat(kept.orderQueries().find(decision.order().id())).isEmpty();
    assertThat(shop.stock(plenty)).isEqualTo(new Stock(plenty.id(), 10, 0));
    assertThat(movements(plenty)).hasSize(1);
    assertThat(shop.place(shop.decide(customer, basis, List.of(plenty), 1), basis, claim))
        .as("the key is free")
        .isEqualTo(new Result.Placed());
  }

  @Test
  void theSameRequestFindsItsAnswerWhateverHasMovedSince() {
    Product product = shop.product(1);
    Basis basis = shop.basis(customer, List.of(product));
    IdempotencyClaim claim = newClaim("fingerprint");
    shop.place(shop.decide(customer, basis, List.of(product), 1), basis, claim);
    discontinue(product);

    OrderDecision again = shop.decide(customer, basis, List.of(product), 1);

    assertThat(shop.place(again, basis, claim)).isEqualTo(new Result.Answered("the answer"));
    assertThat(kept.orderQueries().find(again.order().id())).isEmpty();
    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 0, 1));
  }

  @Test
  void anotherRequestUnderTheKeyIsRefused() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    IdempotencyClaim claim = newClaim("fingerprint");
    shop.place(shop.decide(customer, basis, List.of(product), 1), basis, claim);
    IdempotencyClaim other = new IdempotencyClaim(claim.scope(), claim.key(), "another");
    OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);

    assertThatThrownBy(() -> shop.place(decision, basis, other))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 4, 1));
  }

  @Test
  void aProductThatChangedSinceMovesTheBasis() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    kept.work().run(() -> kept.products().save(product.change(price(7), Shop.NOW.plusSeconds(1))));

    assertMoved(basis, product);
  }

  @Test
  void aProductThatIsNoLongerSoldMovesTheBasis() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    discontinue(product);

    assertMoved(basis, product);
  }

  @Test
  void aProductThatIsNotThereMovesTheBasis() {
    Product ghost = Shop.newProduct("GHOST", 1);

    assertMoved(Shop.basisOf(customer, List.of(ghost)), ghost);
  }

  @Test
  void aCustomerWhoLeftMovesTheBasis() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    kept.work().run(() -> kept.customers().save(customer.deactivate(Shop.NOW)));

    assertMoved(basis, product);
  }

  @Test
  void aCustomerWhoMovedMovesTheBasis() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    String email = "other" + Shop.newId() + "@example.org";
    kept.work().run(() -> kept.customers().save(customer.change(Shop.profile(email), Shop.NOW)));

    assertMoved(basis, product);
  }

  @Test
  void aBasisThatMovedIsToldBeforeAShortage() {
    Product product = shop.product(0);
    Basis basis = shop.basis(customer, List.of(product));
    discontinue(product);

    assertMoved(basis, product);
  }

  @Test
  void freshKnowledgeIsAsThingsAreNow() {
    Product product = shop.product(5);
    kept.placements().read(customer.id(), List.of(product.id()), Freshness.CACHED);
    kept.work().run(() -> kept.products().save(product.change(price(7), Shop.NOW.plusSeconds(1))));
    kept.work().run(() -> kept.customers().save(customer.deactivate(Shop.NOW)));

    Basis basis = kept.placements().read(customer.id(), List.of(product.id()), Freshness.FRESH);

    assertThat(basis.customer()).isNotNull();
    assertThat(basis.customer().isActive()).isFalse();
    assertThat(basis.products().get(product.id()).price()).isEqualTo(new Money(7, Shop.EUR));
  }

  @Test
  void whatIsNotThereIsNotInTheBasis() {
    Product product = shop.product(5);
    ProductId unknown = new ProductId(Shop.newId());
    CustomerId nobody = new CustomerId(Shop.newId());

    for (Freshness freshness : Freshness.values()) {
      Basis basis = kept.placements().read(nobody, List.of(unknown, product.id()), freshness);
      assertThat(basis.customer()).isNull();
      assertThat(basis.products()).containsOnlyKeys(product.id());
    }
  }

  @Test
  void anOrderCanHaveAsManyLinesAsAllowed() {
    List<Product> products = shop.products(250, 3);
    Basis basis = shop.basis(customer, products);
    OrderDecision decision = shop.decide(customer, basis, products, 3);

    assertThat(shop.place(decision, basis, null)).isEqualTo(new Result.Placed());
    assertThat(kept.orderQueries().find(decision.order().id()).orElseThrow().order())
        .isEqualTo(decision.order());
  }

  @Test
  void anOrderIsNeverPlacedInsideAnotherTransaction() {
    Product product = shop.product(5);
    Basis basis = shop.basis(customer, List.of(product));
    OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);

    assertThatThrownBy(() -> kept.work().run(() -> shop.place(decision, basis, null)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void numbersAreDigitsAndGivenOnce() {
    List<String> numbers = new ArrayList<>();
    for (int index = 0; index < 250; index++) {
      numbers.add(kept.orderNumbers().next().value());
    }

    assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("[0-9]{6,}"));
  }

  private void assertMoved(Basis basis, Product product) {
    OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);

    assertThat(shop.place(decision, basis, newClaim("f"))).isEqualTo(new Result.BasisMoved());
    assertThat(kept.orderQueries().find(decision.order().id())).isEmpty();
  }

  private void discontinue(Product product) {
    kept.work()
        .run(
            () -> {
              Product present = kept.products().lock(product.id()).orElseThrow();
              kept.products().save(present.discontinue(Shop.NOW));
            });
  }

  private List<Movement> movements(Product product) {
    return kept.movements().list(product.id(), new PageRequest(50, null, false)).items();
  }

  private static IdempotencyClaim newClaim(String fingerprint) {
    return new IdempotencyClaim("somebody", UUID.randomUUID().toString(), fingerprint);
  }

  private static ProductChange price(long minorUnits) {
    return new ProductChange(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Money(minorUnits, Shop.EUR)),
        Optional.empty());
  }
}
