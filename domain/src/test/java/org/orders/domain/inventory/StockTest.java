package org.orders.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.productId;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final Stock STOCK = new Stock(productId(1), 10, 3);

  @Test
  void reservingMovesPiecesAndReleasingMovesThemBack() {
    Stock reserved = STOCK.apply(StockChange.reserve(productId(1), 4));

    assertThat(reserved).isEqualTo(new Stock(productId(1), 6, 7));
    assertThat(reserved.apply(StockChange.release(productId(1), 4))).isEqualTo(STOCK);
  }

  @Test
  void shippingTouchesOnlyWhatIsReserved() {
    assertThat(STOCK.apply(StockChange.ship(productId(1), 3)))
        .isEqualTo(new Stock(productId(1), 10, 0));
  }

  @Test
  void allThatIsThereCanBeTakenAndNoPieceMore() {
    assertThat(STOCK.apply(StockChange.reserve(productId(1), 10)).available()).isZero();
    assertThatThrownBy(() -> STOCK.apply(StockChange.reserve(productId(1), 11)))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal -> {
              assertThat(refusal.shortages()).containsExactly(new Shortage(productId(1), 11, 10));
              assertThat(refusal.details())
                  .containsEntry(
                      "shortages",
                      List.of(
                          Map.of(
                              "productId", productId(1).value(),
                              "requested", 11L,
                              "available", 10L)));
            });
  }

  @Property
  void settingLeavesExactlySoManyToBeOrdered(@ForAll @IntRange(max = 2_000_000_000) int pieces) {
    Stock set = STOCK.apply(STOCK.setTo(pieces));

    assertThat(set.available()).isEqualTo(pieces);
    assertThat(set.reserved()).isEqualTo(STOCK.reserved());
  }

  @Test
  void settingWhatIsThereChangesNothing() {
    assertThat(STOCK.setTo(10).isNone()).isTrue();
    assertThat(StockChange.ship(productId(1), 1).isNone()).isFalse();
  }
}
