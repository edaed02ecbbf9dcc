package org.orders.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.euros;
import static org.orders.domain.Samples.product;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Money;

class ProductTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Product TEA = product(1, "10.00");

  @Test
  void onlyWhatIsNamedChanges() {
    Product changed = TEA.change(price("12.50"), LATER);

    assertThat(changed.price()).isEqualTo(euros("12.50"));
    assertThat(changed.name()).isEqualTo(TEA.name());
    assertThat(changed.description()).isEqualTo(TEA.description());
    assertThat(changed.lowStockThreshold()).isEqualTo(TEA.lowStockThreshold());
    assertThat(changed.sku()).isEqualTo(TEA.sku());
    assertThat(changed.createdAt()).isEqualTo(NOW);
    assertThat(changed.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void everythingNamedChanges() {
    Product changed =
        TEA.change(
            new ProductChange(
                Optional.of(new ProductName("Green tea")),
                Optional.of("From Uji"),
                Optional.of(euros("0")),
                Optional.of(5)),
            LATER);

    assertThat(changed.name().value()).isEqualTo("Green tea");
    assertThat(changed.description()).isEqualTo("From Uji");
    assertThat(changed.price()).isEqualTo(euros("0"));
    assertThat(changed.lowStockThreshold()).isEqualTo(5);
  }

  @Test
  void whatIsTheSameIsNoChange() {
    assertThat(TEA.change(price("10.00"), LATER)).isEqualTo(TEA);
  }

  @Test
  void aDiscontinuedProductStaysAsItIs() {
    Product gone = TEA.discontinue(LATER);

    assertThat(gone.isActive()).isFalse();
    assertThat(gone.updatedAt()).isEqualTo(LATER);
    assertThat(gone.discontinue(LATER.plusSeconds(1))).isEqualTo(gone);
    assertThatThrownBy(() -> gone.change(price("1"), LATER))
        .isInstanceOf(ProductDiscontinued.class);
  }

  @Test
  void aPriceIsFromZeroToAThousandMillion() {
    assertThat(product(1, "0").price().isZero()).isTrue();
    assertThat(product(1, "1000000000.00").price()).isEqualTo(euros("1000000000"));
    assertInvalid("/price", () -> product(1, "1000000000.01"));
    assertInvalid("/price", () -> product(1, "-0.01"));
    assertThat(product(1, new Money(1_000_000_000L, Samples.JPY)).currency())
        .isEqualTo(Samples.JPY);
    assertInvalid("/price", () -> product(1, new Money(1_000_000_001L, Samples.JPY)));
  }

  @Test
  void aDescriptionHasAtMostFourThousandCharactersHoweverManyUnitsTheyTake() {
    assertThat(described("🍵".repeat(4_000)).description()).hasSize(8_000);
    assertInvalid("/description", () -> described("🍵".repeat(4_001)));
    assertInvalid("/description", () -> described("a\0b"));
    assertInvalid("/description", () -> described("half a pair: \ud83c"));
  }

  @Test
  void aThresholdIsNotNegative() {
    assertInvalid(
        "/lowStockThreshold",
        () ->
            TEA.change(
                new ProductChange(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(-1)),
                LATER));
  }

  @Test
  void aNameHasOneToTwoHundredCharacters() {
    assertThat(new ProductName("ชาเขียว").value()).isEqualTo("ชาเขียว");
    assertThat(new ProductName("🍵".repeat(200)).value()).hasSize(400);
    assertInvalid("/name", () -> new ProductName("🍵".repeat(201)));
    assertInvalid("/name", () -> new ProductName(" \t "));
    assertInvalid("/name", () -> new ProductName(""));
    assertInvalid("/name", () -> new ProductName("a\0b"));
    assertInvalid("/name", () -> new ProductName("\udc00"));
  }

  @Test
  void aSkuIsAnythingPrintableWithSpacesOnlyInside() {
    for (String sku :
        new String[] {"85123A", "x", "gift 0001 20", "DCGS-0076", "ชา-1", "🍵", "%_\\'\""}) {
      assertThat(new Sku(sku).value()).isEqualTo(sku);
    }
    assertThat(new Sku("🍵".repeat(64)).value()).hasSize(128);
    for (String sku :
        new String[] {
          "", " ", " a", "a ", "a\tb", "a\nb", "a\0b", "\ud83c", "\u200b", "a\u2028b"
        }) {
      assertInvalid("/sku", () -> new Sku(sku));
    }
    assertInvalid("/sku", () -> new Sku("x".repeat(65)));
  }

  @Test
  void skusDifferByCase() {
    assertThat(new Sku("85123a")).isNotEqualTo(new Sku("85123A"));
  }

  private static Product described(String description) {
    return TEA.change(
        new ProductChange(
            Optional.empty(), Optional.of(description), Optional.empty(), Optional.empty()),
        LATER);
  }

  private static ProductChange price(String euros) {
    return new ProductChange(
        Optional.empty(), Optional.empty(), Optional.of(euros(euros)), Optional.empty());
  }

  private static void assertInvalid(String pointer, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(InvalidValue.Violation::pointer)
                    .containsExactly(pointer));
  }
}
