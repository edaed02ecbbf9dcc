package org.orders.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.euros;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.catalog.ReadProducts.Freshness;
import org.orders.application.inventory.Movement;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductDiscontinued;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.inventory.Stock;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.NotFound;

class CatalogUseCasesTest {

  private final Replica shop = new Replica();
  private final CreateProduct createProduct = shop.catalog.createProduct();
  private final ReadProducts readProducts = shop.catalog.readProducts();

  @Test
  void aNewProductIsReadAsItWasAnswered() {
    ProductView created = create("TEA", 7);

    assertThat(readProducts.read(created.product().id(), Freshness.NOW)).isEqualTo(created);
    assertThat(created.stock()).isEqualTo(new Stock(created.product().id(), 7, 0));
    assertThat(shop.kept.movements().list(created.product().id(), Replica.ALL).items())
        .containsExactly(
            new Movement(shop.clock.instant(), 7, "opening stock", null, ADMINISTRATOR, 7));
  }

  @Test
  void aSkuBelongsToOneProductAlsoWhenItIsNoLongerSold() {
    ProductView tea = create("TEA", 1);
    discontinue(tea.product().id());

    assertThatThrownBy(() -> create("TEA", 1)).isInstanceOf(SkuTaken.class);
    assertThat(create("tea", 1).product().sku()).isEqualTo(new Sku("tea"));
  }

  @Test
  void aProductIsCreatedOnceUnderOneKey() {
    ProductView first = done(createProduct.create(command("TEA", 1), once("key")));

    assertThat(replayed(createProduct.create(command("TEA", 1), once("key"))))
        .isEqualTo(first.toString());
  }

  @Test
  void onlyWhatIsNamedChanges() {
    ProductView tea = create("TEA", 7);
    shop.clock.pass(Duration.ofMinutes(1));

    ProductView changed = change(tea.product().id(), "12.50", null);

    assertThat(changed.product().price()).isEqualTo(euros("12.50"));
    assertThat(changed.product().name()).isEqualTo(tea.product().name());
    assertThat(changed.product().updatedAt()).isEqualTo(shop.clock.instant());
    assertThat(changed.stock()).isEqualTo(tea.stock());
    assertThat(readProducts.read(tea.product().id(), Freshness.NOW)).isEqualTo(changed);
  }

  @Test
  void theInventoryThatIsSetIsWhatCanBeOrderedWhateverIsReserved() {
    ProductId tea = create("TEA", 7).product().id();
    Actor.Customer somchai = shop.account("somchai@example.com");
    shop.placed(somchai, line(tea, 2));

    ProductView changed = change(tea, null, 9L);

    assertThat(changed.stock()).isEqualTo(new Stock(tea, 9, 2));
    assertThat(shop.ledger(tea)).isEqualTo(9);
  }

  @Test
  void whatIsTheSameIsNotCounted() {
    ProductView tea = create("TEA", 7);
    shop.clock.pass(Duration.ofMinutes(1));

    assertThat(change(tea.product().id(), "10.00", 7L)).isEqualTo(tea);
    assertThat(shop.kept.movements().list(tea.product().id(), Replica.ALL).items()).hasSize(1);
  }

  @Test
  void aPriceWithTooManyDecimalsIsRefusedWithEverythingElse() {
    ProductView tea = create("TEA", 7);

    assertThatThrownBy(() -> change(tea.product().id(), "1.005", 9L))
        .isInstanceOf(InvalidValue.class);
    assertThat(readProducts.read(tea.product().id(), Freshness.NOW)).isEqualTo(tea);
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    ProductView tea = create("TEA", 7);
    Precondition<ProductView> stale =
        present -> {
          assertThat(present).isEqualTo(tea);
          throw new StaleVersion();
        };

    assertThatThrownBy(
            () ->
                shop.catalog
                    .changeProduct()
                    .change(command(tea.product().id(), "1", 1L, stale), Once.unkeyed()))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(
            () ->
                shop.catalog
                    .discontinueProduct()
                    .discontinue(
                        new DiscontinueProduct.Command(ADMINISTRATOR, tea.product().id(), stale)))
        .isInstanceOf(StaleVersion.class);
    assertThat(readProducts.read(tea.product().id(), Freshness.NOW)).isEqualTo(tea);
  }

  @Test
  void whatIsDiscontinuedIsStillReadableButNeitherListedNorChanged() {
    ProductId tea = create("TEA", 7).product().id();

    discontinue(tea);
    long revision = readProducts.read(tea, Freshness.NOW).product().revision();
    discontinue(tea);

    assertThat(readProducts.read(tea, Freshness.NOW).product().isActive()).isFalse();
    assertThat(readProducts.read(tea, Freshness.NOW).product().revision()).isEqualTo(revision);
    assertThat(
            readProducts.list(new ProductFilter(null, false), Replica.ALL, Freshness.NOW).items())
        .isEmpty();
    assertThatThrownBy(() -> change(tea, "1", null)).isInstanceOf(ProductDiscontinued.class);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    ProductId nothing = Samples.productId(1);

    assertThatThrownBy(() -> readProducts.read(nothing, Freshness.NOW))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> change(nothing, "1", null)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> discontinue(nothing)).isInstanceOf(NotFound.class);
  }

  @Test
  void aChangeIsMadeOnceUnderOneKey() {
    ProductId tea = create("TEA", 7).product().id();
    ChangeProduct.Command command = command(tea, null, 9L, Precondition.none());
    ProductView first = done(shop.catalog.changeProduct().change(command, once("key")));
    change(tea, null, 1L);

    assertThat(replayed(shop.catalog.changeProduct().change(command, once("key"))))
        .isEqualTo(first.toString());
    assertThat(shop.stock(tea).available()).isEqualTo(1);
  }

  private ProductView create(String sku, long inventory) {
    return done(createProduct.create(command(sku, inventory), Once.unkeyed()));
  }

  private static CreateProduct.Command command(String sku, long inventory) {
    return new CreateProduct.Command(
        ADMINISTRATOR,
        new Sku(sku),
        new ProductName("Product " + sku),
        "",
        euros("10.00"),
        inventory,
        0);
  }

  private ProductView change(ProductId product, String price, Long inventory) {
    return done(
        shop.catalog
            .changeProduct()
            .change(command(product, price, inventory, Precondition.none()), Once.unkeyed()));
  }

  private static ChangeProduct.Command command(
      ProductId product, String price, Long inventory, Precondition<ProductView> precondition) {
    return new ChangeProduct.Command(
        ADMINISTRATOR,
        product,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(price).map(BigDecimal::new),
        Optional.ofNullable(inventory),
        Optional.empty(),
        precondition);
  }

  private void discontinue(ProductId product) {
    shop.catalog
        .discontinueProduct()
        .discontinue(new DiscontinueProduct.Command(ADMINISTRATOR, product, Precondition.none()));
  }
}
