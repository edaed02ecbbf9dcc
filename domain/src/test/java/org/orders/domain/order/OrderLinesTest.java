package org.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.JPY;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.euros;
import static org.orders.domain.Samples.item;
import static org.orders.domain.Samples.lines;
import static org.orders.domain.Samples.product;
import static org.orders.domain.Samples.productId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductDiscontinued;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.Basket.Line;
import org.orders.domain.shared.AmountOutOfRange;
import org.orders.domain.shared.MixedCurrencies;
import org.orders.domain.shared.Money;

class OrderLinesTest {

  private static final Product TEA = product(1, "10.00");
  private static final Product CUP = product(2, "2.50");
  private static final Product POT = product(3, "0");

  @Test
  void aLineKeepsWhatTheProductWasWhenItWasSold() {
    OrderLines sold = OrderLines.sell(basket(line(TEA, 3)), there(TEA), ids());

    OrderItem line = sold.items().getFirst();
    assertThat(line.productId()).isEqualTo(TEA.id());
    assertThat(line.sku()).isEqualTo(TEA.sku());
    assertThat(line.name()).isEqualTo(TEA.name());
    assertThat(line.unitPrice()).isEqualTo(euros("10.00"));
    assertThat(line.lineTotal()).isEqualTo(euros("30.00"));
  }

  @Test
  void linesStandInTheBasketsOrderAndAddUp() {
    OrderLines sold =
        OrderLines.sell(
            basket(line(CUP, 4), line(POT, 1), line(TEA, 1)), there(TEA, CUP, POT), ids());

    assertThat(sold.items())
        .extracting(OrderItem::productId)
        .containsExactly(CUP.id(), POT.id(), TEA.id());
    assertThat(sold.total()).isEqualTo(euros("20.00"));
  }

  @Test
  void anUnknownProductIsNamed() {
    assertThatThrownBy(() -> OrderLines.sell(basket(line(TEA, 1), line(CUP, 1)), there(TEA), ids()))
        .isInstanceOfSatisfying(
            UnknownProduct.class,
            refusal -> assertThat(refusal.details()).containsEntry("productId", CUP.id().value()));
  }

  @Test
  void aDiscontinuedProductIsNamed() {
    assertThatThrownBy(
            () ->
                OrderLines.sell(
                    basket(line(TEA, 1), line(CUP, 1)), there(TEA, CUP.discontinue(NOW)), ids()))
        .isInstanceOfSatisfying(
            ProductDiscontinued.class,
            refusal -> assertThat(refusal.details()).containsEntry("productId", CUP.id().value()));
  }

  @Test
  void anUnknownProductIsToldBeforeADiscontinuedOne() {
    Basket both = basket(line(TEA, 1), line(CUP, 1));
    Map<ProductId, Product> there = there(TEA.discontinue(NOW));

    assertThatThrownBy(() -> OrderLines.sell(both, there, ids()))
        .isInstanceOf(UnknownProduct.class);
    assertThatThrownBy(() -> lines(item(POT, 1)).replaceWith(both, there, ids()))
        .isInstanceOf(UnknownProduct.class);
  }

  @Test
  void productsOfTwoCurrenciesAreNotSoldTogether() {
    Product yen = product(4, new Money(500, JPY));

    assertThatThrownBy(
            () -> OrderLines.sell(basket(line(TEA, 1), line(yen, 1)), there(TEA, yen), ids()))
        .isInstanceOf(MixedCurrencies.class);
  }

  @Test
  void anOrderHasAtLeastOneLine() {
    assertThatThrownBy(() -> new OrderLines(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTotalBeyondWhatCanBeCountedIsRefused() {
    Product yacht = product(5, "1000000000.00");

    assertThat(OrderLines.sell(basket(line(yacht, 1_000_000)), there(yacht), ids()).total())
        .isEqualTo(euros("1000000000000000.00"));
    OrderLines tooMuch =
        new OrderLines(
            IntStream.range(0, 93)
                .mapToObj(number -> item(product(number, "1000000000.00"), 1_000_000))
                .toList());
    assertThatThrownBy(tooMuch::total).isInstanceOf(AmountOutOfRange.class);
  }

  @Test
  void aProductThatStaysKeepsItsLineAndItsPrice() {
    OrderLines before = lines(item(TEA, 2), item(CUP, 1));

    OrderLines after =
        before.replaceWith(
            basket(line(CUP, 1), line(TEA, 5)), there(dearer(TEA), dearer(CUP)), noIds());

    assertThat(after.items()).containsExactly(item(CUP, 1), item(TEA, 5));
  }

  @Test
  void aProductThatComesIsSoldAtItsPresentPrice() {
    OrderLines after =
        lines(item(TEA, 2))
            .replaceWith(
                basket(line(TEA, 2), line(CUP, 1)), there(dearer(TEA), dearer(CUP)), ids());

    assertThat(after.items())
        .extracting(OrderItem::unitPrice)
        .containsExactly(euros("10.00"), euros("99.00"));
  }

  @Test
  void ofADiscontinuedProductNoMoreCanBeHadButAsMuchOrLess() {
    OrderLines before = lines(item(TEA, 2));
    Map<ProductId, Product> there = there(TEA.discontinue(NOW));

    assertThat(before.replaceWith(basket(line(TEA, 2)), there, noIds())).isEqualTo(before);
    assertThat(before.replaceWith(basket(line(TEA, 1)), there, noIds()).items())
        .containsExactly(item(TEA, 1));
    assertThatThrownBy(() -> before.replaceWith(basket(line(TEA, 3)), there, noIds()))
        .isInstanceOf(ProductDiscontinued.class);
  }

  @Test
  void whatComesMustBeKnownSoldAndOfTheSameCurrency() {
    OrderLines before = lines(item(TEA, 2));
    Product yen = product(4, new Money(500, JPY));

    assertThatThrownBy(() -> before.replaceWith(basket(line(CUP, 1)), there(TEA), ids()))
        .isInstanceOf(UnknownProduct.class);
    assertThatThrownBy(
            () -> before.replaceWith(basket(line(CUP, 1)), there(TEA, CUP.discontinue(NOW)), ids()))
        .isInstanceOf(ProductDiscontinued.class);
    assertThatThrownBy(
            () -> before.replaceWith(basket(line(TEA, 1), line(yen, 1)), there(TEA, yen), ids()))
        .isInstanceOf(MixedCurrencies.class);
    assertThat(before.replaceWith(basket(line(yen, 1)), there(TEA, yen), ids()).total())
        .isEqualTo(new Money(500, JPY));
  }

  @Test
  void stockFollowsTheDifference() {
    OrderLines before = lines(item(TEA, 2), item(CUP, 5));
    OrderLines after = lines(item(POT, 1), item(TEA, 3), item(CUP, 5));

    assertThat(after.reservationBeyond(before))
        .containsExactlyInAnyOrder(
            StockChange.reserve(TEA.id(), 1), StockChange.reserve(POT.id(), 1));
    assertThat(before.reservationBeyond(after))
        .containsExactlyInAnyOrder(
            StockChange.release(TEA.id(), 1), StockChange.release(POT.id(), 1));
    assertThat(before.reservationBeyond(before)).isEmpty();
  }

  @Property
  void whatIsReservedIsWhatWasReservedAndTheDifference(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> before,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> after) {
    OrderLines one = quantities(before);
    OrderLines other = quantities(after);

    Map<ProductId, Long> sum = reserved(one.reservation());
    reserved(other.reservationBeyond(one)).forEach((id, more) -> sum.merge(id, more, Long::sum));
    sum.values().removeIf(pieces -> pieces == 0);

    assertThat(sum).isEqualTo(reserved(other.reservation()));
  }

  @Test
  void stockIsReservedReleasedAndShippedByTheLine() {
    OrderLines lines = lines(item(TEA, 2), item(CUP, 5));

    assertThat(lines.reservation())
        .containsExactly(new StockChange(TEA.id(), -2, 2), new StockChange(CUP.id(), -5, 5));
    assertThat(lines.release())
        .containsExactly(new StockChange(TEA.id(), 2, -2), new StockChange(CUP.id(), 5, -5));
    assertThat(lines.shipment(lines.pieces()))
        .containsExactly(new StockChange(TEA.id(), 0, -2), new StockChange(CUP.id(), 0, -5));
  }

  @Test
  void theHistoryTellsWhatWentCameAndChanged() {
    OrderLines before = lines(item(TEA, 2), item(CUP, 5), item(product(9, "1"), 1));
    OrderLines after = lines(item(product(9, "1"), 1), item(TEA, 3), item(POT, 1));

    assertThat(after.differenceFrom(before))
        .containsExactly(
            new OrderEvent.Change("quantity", "SKU-2", "5", null),
            new OrderEvent.Change("quantity", "SKU-1", "2", "3"),
            new OrderEvent.Change("quantity", "SKU-3", null, "1"));
  }

  private static OrderLines quantities(List<Integer> quantities) {
    List<OrderItem> items = new ArrayList<>();
    for (int number = 0; number < quantities.size(); number++) {
      if (quantities.get(number) > 0) {
        items.add(item(product(number, "1"), quantities.get(number)));
      }
    }
    items.add(item(product(100, "1"), 1));
    return new OrderLines(items);
  }

  private static Map<ProductId, Long> reserved(List<StockChange> changes) {
    return changes.stream().collect(Collectors.toMap(StockChange::product, StockChange::reserved));
  }

  private static Product dearer(Product product) {
    return product(Long.parseLong(product.sku().value().substring(4)), "99.00");
  }

  private static Line line(Product product, int quantity) {
    return new Line(product.id(), quantity);
  }

  private static Basket basket(Line... lines) {
    return Basket.of(List.of(lines));
  }

  private static Map<ProductId, Product> there(Product... products) {
    return Arrays.stream(products).collect(Collectors.toMap(Product::id, Function.identity()));
  }

  private static Supplier<OrderItemId> ids() {
    return () -> new OrderItemId(productId(4711).value());
  }

  private static Supplier<OrderItemId> noIds() {
    return () -> {
      throw new AssertionError("no new line is needed");
    };
  }
}
