package org.orders.application.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.NotFound;

/** What every keeper of stock and its ledger must do. */
public abstract class StockRepositoryContract {

  protected abstract Persistence persistence();

  private Persistence kept;
  private StockRepository stock;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    stock = kept.stock();
    shop = new Shop(kept);
  }

  @Test
  void stockOpensWithAMovement() {
    Product product = shop.product(7);

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 7, 0));
    assertThat(ledger(product))
        .containsExactly(new Movement(Shop.NOW, 7, "opening stock", null, Shop.ADMIN, 7));
  }

  @Test
  void stockThatOpensEmptyHasNoMovement() {
    assertThat(ledger(shop.product(0))).isEmpty();
  }

  @Test
  void aChangeIsAppliedWithItsMovement() {
    Product product = shop.product(7);
    OrderId order = new OrderId(Shop.newId());
    Actor actor = new Actor.Service(new ClientId("till"));

    apply(
        List.of(StockChange.reserve(product.id(), 3)),
        new Cause("order placed", order, actor, Shop.NOW));
    apply(
        List.of(StockChange.release(product.id(), 1)),
        new Cause("order changed", order, actor, Shop.NOW));

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 5, 2));
    assertThat(ledger(product))
        .startsWith(
            new Movement(Shop.NOW, 1, "order changed", order, actor, 5),
            new Movement(Shop.NOW, -3, "order placed", order, actor, 4));
  }

  @Test
  void piecesThatShipLeaveNoMovement() {
    Product product = shop.product(7);
    apply(List.of(StockChange.reserve(product.id(), 3)), Shop.cause("order placed"));

    apply(List.of(StockChange.ship(product.id(), 3)), Shop.cause("order shipped"));

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 4, 0));
    assertThat(ledger(product)).hasSize(2);
  }

  @Test
  void everyProductThatIsShortIsNamedAndNothingIsTaken() {
    Product plenty = shop.product(9);
    Product few = shop.product(1);
    Product none = shop.product(0);

    assertThatThrownBy(
            () ->
                apply(
                    List.of(
                        StockChange.reserve(few.id(), 2),
                        StockChange.reserve(plenty.id(), 2),
                        StockChange.reserve(none.id(), 5)),
                    Shop.cause("order placed")))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactlyInAnyOrder(
                        new Shortage(few.id(), 2, 1), new Shortage(none.id(), 5, 0)));
    assertThat(shop.stock(plenty)).isEqualTo(new Stock(plenty.id(), 9, 0));
    assertThat(shop.stock(few)).isEqualTo(new Stock(few.id(), 1, 0));
    assertThat(ledger(plenty)).hasSize(1);
  }

  @Test
  void aShortageThatSomebodyPutsUpWithTakesNothing() {
    Product plenty = shop.product(9);
    Product none = shop.product(0);
    List<StockChange> tooMuch =
        List.of(StockChange.reserve(plenty.id(), 1), StockChange.reserve(none.id(), 1));

    kept.work()
        .run(
            () -> {
              try {
                stock.apply(tooMuch, Shop.cause("order placed"));
              } catch (InsufficientStock expected) {
                // The rest of the work goes on.
              }
              stock.apply(List.of(StockChange.adjust(none.id(), 4)), Shop.cause("delivery"));
            });

    assertThat(shop.stock(plenty).available()).isEqualTo(9);
    assertThat(shop.stock(none).available()).isEqualTo(4);
  }

  @Test
  void theLastPieceCanBeTaken() {
    Product product = shop.product(2);

    apply(List.of(StockChange.reserve(product.id(), 2)), Shop.cause("order placed"));

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 0, 2));
  }

  @Test
  void changesOfOneProductAreMerged() {
    Product product = shop.product(2);

    apply(
        List.of(
            StockChange.reserve(product.id(), 3),
            StockChange.release(product.id(), 2),
            StockChange.adjust(product.id(), -1)),
        Shop.cause("several things"));

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 0, 1));
    assertThat(ledger(product).getFirst().quantity()).isEqualTo(-2);
    assertThat(ledger(product)).hasSize(2);
  }

  @Test
  void nothingToChangeChangesNothing() {
    Product product = shop.product(2);

    apply(List.of(), Shop.cause("nothing"));
    apply(List.of(new StockChange(product.id(), 0, 0)), Shop.cause("nothing"));

    assertThat(ledger(product)).hasSize(1);
  }

  @Test
  void whatFailsLaterTakesNothing() {
    Product product = shop.product(2);

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () -> {
                          stock.apply(
                              List.of(StockChange.reserve(product.id(), 1)),
                              Shop.cause("order placed"));
                          throw new IllegalStateException("something else went wrong");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(shop.stock(product)).isEqualTo(new Stock(product.id(), 2, 0));
    assertThat(ledger(product)).hasSize(1);
  }

  @Test
  void aLockAnswersTheStockAsItIs() {
    Product product = shop.product(2);

    assertThat(kept.work().run(() -> stock.lock(product.id())))
        .isEqualTo(new Stock(product.id(), 2, 0));
    assertThatThrownBy(() -> kept.work().run(() -> stock.lock(new ProductId(Shop.newId()))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void onlyWhatIsThereIsRead() {
    Product product = shop.product(2);

    assertThat(
            kept.work().run(() -> stock.read(List.of(new ProductId(Shop.newId()), product.id()))))
        .containsExactly(new Stock(product.id(), 2, 0));
  }

  @Test
  void theLedgerIsReadPageByPageNewestFirst() {
    Product product = shop.product(10);
    for (int piece = 0; piece < 4; piece++) {
      apply(List.of(StockChange.adjust(product.id(), 1)), Shop.cause("delivery"));
    }

    Page<Movement> first = kept.movements().list(product.id(), new PageRequest(3, null, true));
    Page<Movement> second =
        kept.movements().list(product.id(), new PageRequest(3, first.next(), false));

    assertThat(first.total()).isEqualTo(5);
    assertThat(first.items()).extracting(Movement::balance).containsExactly(14L, 13L, 12L);
    assertThat(second.items()).extracting(Movement::balance).containsExactly(11L, 10L);
    assertThat(second.next()).isNull();
    assertThat(second.total()).isNull();
  }

  @Test
  void aPositionThatNoLedgerWroteIsInvalid() {
    Product product = shop.product(10);

    for (String broken : List.of("", "x", "-1", "1.5", "99999999999999999999")) {
      assertThatThrownBy(
              () ->
                  kept.movements()
                      .list(product.id(), new PageRequest(3, new Position(broken), false)))
          .as(broken)
          .isInstanceOf(InvalidValue.class);
    }
  }

  private void apply(List<StockChange> changes, Cause cause) {
    kept.work().run(() -> stock.apply(changes, cause));
  }

  private List<Movement> ledger(Product product) {
    return kept.movements().list(product.id(), new PageRequest(200, null, false)).items();
  }
}
