package org.orders.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Money;

/** What every keeper of products must do. */
public abstract class ProductRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofHours(1));

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void aProductIsFoundAsAdded() {
    Product product = shop.product(3);
    Product other = shop.product(0);
    ProductId unknown = new ProductId(Shop.newId());

    assertThat(find(product)).isEqualTo(product);
    assertThat(kept.work().run(() -> kept.products().lock(product.id()))).contains(product);
    assertThat(kept.work().run(() -> kept.products().find(unknown))).isEmpty();
    assertThat(kept.work().run(() -> kept.products().lock(unknown))).isEmpty();
    assertThat(
            kept.work().run(() -> kept.products().find(List.of(product.id(), unknown, other.id()))))
        .containsExactlyInAnyOrder(product, other);
    assertThat(kept.productQueries().find(product.id()))
        .contains(new ProductView(product, new Stock(product.id(), 3, 0)));
    assertThat(kept.productQueries().find(unknown)).isEmpty();
  }

  @Test
  void aSkuBelongsToOneProductExactly() {
    Product product = shop.product(3);
    String sku = product.sku().value();

    assertThatThrownBy(() -> add(Shop.newProduct(sku, 1))).isInstanceOf(SkuTaken.class);
    add(Shop.newProduct(sku.toLowerCase(Locale.ROOT), 1));
  }

  @Test
  void aChangeIsSavedAndCounted() {
    Product product = shop.product(3);

    save(product.change(toPrice(0), LATER));

    Product found = find(product);
    assertThat(found.price()).isEqualTo(new Money(0, Shop.EUR));
    assertThat(found.updatedAt()).isEqualTo(LATER);
    assertThat(found.revision()).isEqualTo(1);
    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 3, 0));
  }

  @Test
  void aSaveThatRestsOnAnOlderRevisionIsRefused() {
    Product product = shop.product(3);
    save(product.discontinue(LATER));

    assertThatThrownBy(() -> save(product.change(toPrice(1), LATER)))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(find(product).price()).isEqualTo(product.price());
  }

  @Test
  void whatIsReadInATransactionIsWhatItWrote() {
    Product product = shop.product(3);

    ProductView view =
        kept.work()
            .run(
                () -> {
                  Product present = kept.products().lock(product.id()).orElseThrow();
                  kept.products().save(present.change(toPrice(99), LATER));
                  kept.stock()
                      .apply(List.of(StockChange.adjust(product.id(), 1)), Shop.cause("delivery"));
                  return kept.productQueries().find(product.id()).orElseThrow();
                });

    assertThat(view.product().price()).isEqualTo(new Money(99, Shop.EUR));
    assertThat(view.product().revision()).isEqualTo(1);
    assertThat(view.stock().available()).isEqualTo(4);
  }

  @Test
  void productsThatAreSoldAreListedNewestFirst() {
    String part = "part" + Shop.newId();
    Product first = add(Shop.newProduct("a" + part, 1));
    Product second = add(Shop.newProduct("b" + part, 1));
    Product gone = add(Shop.newProduct("c" + part, 1));
    save(gone.discontinue(LATER));
    ProductFilter filter = new ProductFilter(part.toUpperCase(Locale.ROOT), false);

    Page<ProductView> page = kept.productQueries().list(filter, new PageRequest(1, null, true));
    Page<ProductView> last =
        kept.productQueries().list(filter, new PageRequest(1, page.next(), false));

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.items()).extracting(ProductView::product).containsExactly(second);
    assertThat(last.items()).extracting(ProductView::product).containsExactly(first);
    assertThat(last.next()).isNull();
    assertThat(kept.productQueries().find(gone.id())).isPresent();
  }

  @Test
  void productsAreFoundByNameAndDescription() {
    Product product = shop.product(3);
    String name = "Chair" + Shop.newId();
    String description = "soft" + Shop.newId();
    ProductChange change =
        new ProductChange(
            Optional.of(new ProductName(name)),
            Optional.of("it is 100% " + description),
            Optional.empty(),
            Optional.empty());
    save(product.change(change, LATER));

    assertThat(listed(name.toUpperCase(Locale.ROOT))).containsExactly(product.id());
    assertThat(listed("100% " + description)).containsExactly(product.id());
    assertThat(listed("100_ " + description)).isEmpty();
    assertThat(listed(name + "\0")).isEmpty();
  }

  @Test
  void stockIsLowAtItsThreshold() {
    Product low = shop.product(2);
    Product plenty = shop.product(3);
    List<ProductId> found =
        kept
            .productQueries()
            .list(new ProductFilter(null, true), new PageRequest(200, null, false))
            .items()
            .stream()
            .map(view -> view.product().id())
            .toList();

    assertThat(found).contains(low.id()).doesNotContain(plenty.id());
  }

  private List<ProductId> listed(String query) {
    return kept
        .productQueries()
        .list(new ProductFilter(query, false), new PageRequest(200, null, false))
        .items()
        .stream()
        .map(view -> view.product().id())
        .toList();
  }

  private Product find(Product product) {
    return kept.work().run(() -> kept.products().find(product.id())).orElseThrow();
  }

  private Product add(Product product) {
    kept.work()
        .run(
            () ->
                kept.products()
                    .add(
                        product, StockChange.adjust(product.id(), 0), Shop.cause("opening stock")));
    return product;
  }

  private void save(Product product) {
    kept.work().run(() -> kept.products().save(product));
  }

  private static ProductChange toPrice(long minorUnits) {
    return new ProductChange(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Money(minorUnits, Shop.EUR)),
        Optional.empty());
  }
}
