package org.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.productId;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.domain.order.Basket.Line;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

class BasketTest {

  @Test
  void theSameProductTwiceIsMergedWhereItStoodFirst() {
    Basket basket =
        Basket.of(
            List.of(
                new Line(productId(2), 3), new Line(productId(1), 1), new Line(productId(2), 4)));

    assertThat(basket.quantities())
        .containsExactly(
            java.util.Map.entry(productId(2), 7), java.util.Map.entry(productId(1), 1));
  }

  @Test
  void anEmptyBasketIsRefused() {
    assertViolations(List.of(), "/items");
  }

  @Test
  void aBasketHoldsAtMostTwoThousandLines() {
    assertThat(Basket.of(distinct(2_000)).quantities()).hasSize(2_000);
    assertViolations(distinct(2_001), "/items");
  }

  @Test
  void manyLinesOfOneProductAreStillManyLines() {
    assertViolations(Collections.nCopies(2_001, new Line(productId(1), 1)), "/items");
  }

  @Test
  void everyLineOutOfBoundsIsNamed() {
    assertViolations(
        List.of(
            new Line(productId(1), 0),
            new Line(productId(2), 1_000_000),
            new Line(productId(3), -5),
            new Line(productId(4), 1_000_001)),
        "/items/0/quantity",
        "/items/2/quantity",
        "/items/3/quantity");
  }

  @Test
  void linesAreBoundedAlsoAfterMerging() {
    assertViolations(
        List.of(new Line(productId(1), 1_000_000), new Line(productId(1), 1)), "/items/1/quantity");
    assertViolations(
        List.of(new Line(productId(1), 1_000_000), new Line(productId(1), Integer.MAX_VALUE)),
        "/items/1/quantity");
  }

  private static List<Line> distinct(int lines) {
    return IntStream.range(0, lines).mapToObj(number -> new Line(productId(number), 1)).toList();
  }

  private static void assertViolations(List<Line> lines, String... pointers) {
    assertThatThrownBy(() -> Basket.of(lines))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(Violation::pointer)
                    .containsExactly(pointers));
  }
}
