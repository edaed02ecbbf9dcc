package org.orders.application.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.inventory.StockAlert.Acknowledgement;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.customer.Customer;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.shared.Money;

/** When alerts of low stock must open and close, whoever keeps them. */
public abstract class StockAlertsContract {

  private static final int THRESHOLD = 5;

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void anAlertOpensWhenStockFallsToItsThreshold() {
    Product product = product(7, THRESHOLD);

    change(product, -1);
    assertThat(open(product)).isEmpty();
    change(product, -1);

    StockAlert alert = open(product).orElseThrow();
    assertThat(alert.product()).isEqualTo(product.id());
    assertThat(alert.sku()).isEqualTo(product.sku());
    assertThat(alert.inventory()).isEqualTo(5);
    assertThat(alert.lowStockThreshold()).isEqualTo(5);
    assertThat(alert.acknowledgement()).isNull();
    assertThat(alert.closedAt()).isNull();
    assertThat(kept.alerts().find(alert.id())).contains(alert);
  }

  @Test
  void whatIsLowAndFallsOnIsTheSameAlert() {
    Product product = product(7, THRESHOLD);
    change(product, -3);
    StockAlert alert = open(product).orElseThrow();

    change(product, -1);
    change(product, +2);
    change(product, -3);

    StockAlert same = open(product).orElseThrow();
    assertThat(same.id()).isEqualTo(alert.id());
    assertThat(same.openedAt()).isEqualTo(alert.openedAt());
    assertThat(same.inventory()).as("as it is now").isEqualTo(2);
  }

  @Test
  void moreThanTheThresholdClosesAnAlertAndTheNextFallIsAnother() {
    Product product = product(7, THRESHOLD);
    change(product, -3);
    StockAlert first = open(product).orElseThrow();

    change(product, +2);
    assertThat(open(product)).isEmpty();
    assertThat(kept.alerts().find(first.id()).orElseThrow().closedAt()).isNotNull();

    change(product, -1);
    assertThat(open(product).orElseThrow().id()).isNotEqualTo(first.id());
  }

  @Test
  void whatIsSoldOutIsLowAlsoWithoutAThreshold() {
    Product product = product(1, 0);

    change(product, -1);

    assertThat(open(product)).isPresent();
  }

  @Test
  void aProductThatComesLowIsAnAlertUnlessNobodyWatchesIt() {
    assertThat(open(product(3, THRESHOLD))).isPresent();
    assertThat(open(product(0, THRESHOLD))).isPresent();
    assertThat(open(product(0, 0))).isEmpty();
    assertThat(open(product(6, THRESHOLD))).isEmpty();
  }

  @Test
  void aThresholdThatRisesToTheStockOpensAnAlertAndOneThatFallsBelowClosesIt() {
    Product product = product(7, THRESHOLD);

    Product raised = watch(product, 7);
    StockAlert alert = open(product).orElseThrow();
    assertThat(alert.lowStockThreshold()).isEqualTo(7);
    Product higher = watch(raised, 100);
    assertThat(open(product).orElseThrow().id()).isEqualTo(alert.id());
    watch(higher, 6);

    assertThat(open(product)).isEmpty();
  }

  @Test
  void piecesAndThresholdThatRiseTogetherAreNoNews() {
    Product product = product(5, 2);

    kept.work()
        .run(
            () -> {
              save(watched(product, 20));
              change(product, +95);
            });

    assertThat(open(product)).isEmpty();
    assertThat(drifts(product)).isEmpty();
  }

  @Test
  void piecesAndThresholdThatFallTogetherAreTheSameAlert() {
    Product product = product(8, 10);
    AlertId id = open(product).orElseThrow().id();
    Acknowledgement known = new Acknowledgement(Shop.NOW, Shop.ADMIN);
    acknowledge(id, known);

    kept.work()
        .run(
            () -> {
              save(watched(product, 5));
              change(product, -4);
            });

    StockAlert same = open(product).orElseThrow();
    assertThat(same.id()).isEqualTo(id);
    assertThat(same.acknowledgement()).isEqualTo(known);
    assertThat(drifts(product)).isEmpty();
  }

  @Test
  void aProductWithNothingIsAnAlertOnceSomebodyWatchesIt() {
    Product product = product(0, 0);

    watch(product, 1);

    assertThat(open(product)).isPresent();
  }

  @Test
  void anotherNameOrPriceIsNoNews() {
    Product product = product(7, THRESHOLD);
    change(product, -3);
    StockAlert alert = open(product).orElseThrow();

    save(
        find(product)
            .change(
                new ProductChange(
                    Optional.of(new ProductName("Other")),
                    Optional.empty(),
                    Optional.of(new Money(1, Shop.EUR)),
                    Optional.empty()),
                Shop.NOW));

    assertThat(open(product)).contains(alert);
  }

  @Test
  void whatIsNoLongerSoldIsNoNews() {
    Product product = product(7, THRESHOLD);
    change(product, -3);

    save(find(product).discontinue(Shop.NOW));
    assertThat(open(product)).isEmpty();
    change(product, -4);

    assertThat(open(product)).isEmpty();
  }

  @Test
  void ordersCountOnTheWayOutAndBack() {
    Product product = product(10, THRESHOLD);
    Product other = product(10, 8);
    Customer customer = shop.customer();

    Order order = shop.order(customer, List.of(product, other), 5);
    assertThat(open(product)).isPresent();
    assertThat(open(other)).isPresent();
    kept.work()
        .run(
            () ->
                kept.orders()
                    .save(
                        kept.orders()
                            .lock(order.id())
                            .orElseThrow()
                            .on(new Trigger.Cancel(Shop.NOW), Shop.ADMIN, null, Shop.NOW)));

    assertThat(open(product)).isEmpty();
    assertThat(open(other)).isEmpty();
  }

  @Test
  void whatFailsLaterRaisesNoAlert() {
    Product product = product(7, THRESHOLD);

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () -> {
                          kept.stock()
                              .apply(
                                  List.of(StockChange.adjust(product.id(), -7)),
                                  Shop.cause("counted"));
                          throw new IllegalStateException("something else went wrong");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(open(product)).isEmpty();
  }

  @Test
  void theFirstWhoTakesNoticeIsTheOneNamed() {
    Product product = product(3, THRESHOLD);
    AlertId id = open(product).orElseThrow().id();
    Acknowledgement first = new Acknowledgement(Shop.NOW, Shop.ADMIN);

    acknowledge(id, first);
    acknowledge(id, new Acknowledgement(Shop.NOW.plus(Duration.ofHours(1)), Shop.ADMIN));

    assertThat(open(product).orElseThrow().acknowledgement()).isEqualTo(first);
    assertThat(kept.work().run(() -> kept.alerts().lock(id)).orElseThrow().acknowledgement())
        .isEqualTo(first);
    assertThat(kept.alerts().find(new AlertId(Shop.newId()))).isEmpty();
    assertThat(kept.work().run(() -> kept.alerts().lock(new AlertId(Shop.newId())))).isEmpty();
  }

  @Test
  void whatIsOpenIsListedNewestFirst() {
    List<ProductId> low = new ArrayList<>();
    for (int index = 0; index < 3; index++) {
      low.addFirst(product(3, THRESHOLD).id());
    }

    Page<StockAlert> page = kept.alerts().listOpen(new PageRequest(2, null, true));
    Page<StockAlert> next = kept.alerts().listOpen(new PageRequest(1, page.next(), false));

    assertThat(page.items()).extracting(StockAlert::product).isEqualTo(low.subList(0, 2));
    assertThat(next.items()).extracting(StockAlert::product).containsExactly(low.get(2));
    assertThat(page.total()).isGreaterThanOrEqualTo(3);
    assertThat(kept.alerts().count().openAlerts()).isEqualTo(page.total());
  }

  @Test
  void whatIsLowIsCountedAlsoWhereItIsNoNews() {
    StockAlerts.Count before = kept.alerts().count();

    product(3, THRESHOLD);
    product(0, 0);
    product(6, THRESHOLD);

    assertThat(kept.alerts().count())
        .isEqualTo(new StockAlerts.Count(before.openAlerts() + 1, before.lowProducts() + 2));
  }

  @Test
  void theBooksAgreeWhateverHappened() {
    Product product = product(7, THRESHOLD);
    change(product, -3);
    watch(product, 3);
    Product sold = product(9, THRESHOLD);
    shop.order(shop.customer(), List.of(sold), 8);
    Product gone = product(1, THRESHOLD);
    save(gone.discontinue(Shop.NOW));

    assertThat(drifts(product, sold, gone)).isEmpty();
  }

  @Test
  void theLastComparisonIsKnownToAll() {
    Instant before = kept.books().last().map(InventoryBooks.Check::at).orElse(Shop.NOW);
    Instant now = before.plusSeconds(1);
    InventoryBooks.Check first = new InventoryBooks.Check(now, 1);
    InventoryBooks.Check check = new InventoryBooks.Check(now.plusSeconds(1), 3);

    note(first);
    assertThat(note(check)).contains(first);
    assertThat(note(first)).as("late, and no longer the last").contains(check);

    assertThat(kept.books().last()).contains(check);
  }

  @Test
  void driftsAreNewsWhenTheTimeBeforeThereWereNone() {
    InventoryBooks.Check found = new InventoryBooks.Check(Shop.NOW, 3);

    assertThat(found.isNewsAfter(Optional.empty())).isTrue();
    assertThat(found.isNewsAfter(earlier(0))).isTrue();
    assertThat(found.isNewsAfter(earlier(1))).isFalse();
    assertThat(found.isNewsAfter(Optional.of(new InventoryBooks.Check(Shop.NOW.plusNanos(1), 0))))
        .as("all is well again since")
        .isFalse();
    assertThat(new InventoryBooks.Check(Shop.NOW, 0).isNewsAfter(earlier(1))).isFalse();
  }

  private static Optional<InventoryBooks.Check> earlier(long drifts) {
    return Optional.of(new InventoryBooks.Check(Shop.NOW.minusSeconds(1), drifts));
  }

  private Optional<InventoryBooks.Check> note(InventoryBooks.Check check) {
    return kept.work().run(() -> kept.books().note(check));
  }

  /** Drifts of these products; other tests may leave some of theirs behind. */
  protected final List<Drift> drifts(Product... products) {
    List<ProductId> ids = List.of(products).stream().map(Product::id).toList();
    return kept.books().compare(10_000).drifts().stream()
        .filter(drift -> ids.contains(drift.product()))
        .toList();
  }

  /** A new product. */
  protected final Product product(long pieces, int threshold) {
    Product any = Shop.newProduct("SKU-" + Shop.newId(), 1_250);
    Product product =
        Product.create(
            any.id(),
            new Sku(any.sku().value()),
            any.name(),
            any.description(),
            any.price(),
            threshold,
            Shop.NOW);
    kept.work()
        .run(
            () ->
                kept.products()
                    .add(
                        product,
                        StockChange.adjust(product.id(), pieces),
                        Shop.cause("opening stock")));
    return product;
  }

  private Product watch(Product product, int threshold) {
    save(watched(product, threshold));
    return product;
  }

  /** The product as it is now, with another threshold. */
  protected final Product watched(Product product, int threshold) {
    return find(product)
        .change(
            new ProductChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(threshold)),
            Shop.NOW);
  }

  private Product find(Product product) {
    return kept.work().run(() -> kept.products().find(product.id())).orElseThrow();
  }

  /** Saves a product. */
  protected final void save(Product product) {
    kept.work().run(() -> kept.products().save(product));
  }

  /** Counts stock. */
  protected final void change(Product product, long pieces) {
    kept.work()
        .run(
            () ->
                kept.stock()
                    .apply(
                        List.of(StockChange.adjust(product.id(), pieces)), Shop.cause("counted")));
  }

  private void acknowledge(AlertId id, Acknowledgement acknowledgement) {
    kept.work().run(() -> kept.alerts().acknowledge(id, acknowledgement));
  }

  /** The open alert of a product. */
  protected final Optional<StockAlert> open(Product product) {
    @Nullable Position after = null;
    do {
      Page<StockAlert> page = kept.alerts().listOpen(new PageRequest(200, after, false));
      Optional<StockAlert> found =
          page.items().stream().filter(it -> it.product().equals(product.id())).findFirst();
      if (found.isPresent()) {
        return found;
      }
      after = page.next();
    } while (after != null);
    return Optional.empty();
  }
}
