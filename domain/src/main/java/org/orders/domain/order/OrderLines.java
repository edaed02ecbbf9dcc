package org.orders.domain.order;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductDiscontinued;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.shared.MixedCurrencies;
import org.orders.domain.shared.Money;

/** The lines of one order: at least one, each product once, all in one currency. */
public record OrderLines(List<OrderItem> items) {

  public OrderLines {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("an order has at least one line");
    }
    Currency currency = items.getFirst().unitPrice().currency();
    for (OrderItem item : items) {
      if (!item.unitPrice().currency().equals(currency)) {
        throw new MixedCurrencies(currency, item.unitPrice().currency());
      }
    }
  }

  /**
   * The basket's products at their present price.
   *
   * @param products those of the basket's products that there are
   * @throws UnknownProduct naming the first product that there is not
   * @throws ProductDiscontinued naming the first product that is no longer sold
   * @throws MixedCurrencies when they are not all sold in one currency
   */
  public static OrderLines sell(
      Basket basket, Map<ProductId, Product> products, Supplier<OrderItemId> ids) {
    requireKnown(basket, products);
    List<OrderItem> items = new ArrayList<>();
    basket.quantities().forEach((id, quantity) -> items.add(sellOne(products, id, quantity, ids)));
    return new OrderLines(items);
  }

  /**
   * The basket instead of these lines; a product that stays keeps its line and its price, also when
   * it is no longer sold, as long as no more of it is wanted.
   *
   * @throws UnknownProduct as {@link #sell}
   * @throws ProductDiscontinued as {@link #sell}
   * @throws MixedCurrencies as {@link #sell}
   */
  public OrderLines replaceWith(
      Basket basket, Map<ProductId, Product> products, Supplier<OrderItemId> ids) {
    requireKnown(basket, products);
    Map<ProductId, OrderItem> before = byProduct();
    List<OrderItem> items = new ArrayList<>();
    basket
        .quantities()
        .forEach(
            (id, quantity) -> {
              OrderItem kept = before.get(id);
              if (kept == null) {
                items.add(sellOne(products, id, quantity, ids));
                return;
              }
              if (quantity > kept.quantity()) {
                requireActive(products, id);
              }
              items.add(kept.withQuantity(quantity));
            });
    return new OrderLines(items);
  }

  public Money total() {
    Money total = Money.zero(currency());
    for (OrderItem item : items) {
      total = total.plus(item.lineTotal());
    }
    return total;
  }

  public Currency currency() {
    return items.getFirst().unitPrice().currency();
  }

  /** How many pieces of which product these lines hold. */
  public Map<ProductId, Integer> quantities() {
    Map<ProductId, Integer> result = new LinkedHashMap<>();
    items.forEach(item -> result.put(item.productId(), item.quantity()));
    return result;
  }

  /** What an order with these lines takes from stock. */
  List<StockChange> reservation() {
    return items.stream()
        .map(item -> StockChange.reserve(item.productId(), item.quantity()))
        .toList();
  }

  /** What comes back to stock when these lines are given up. */
  List<StockChange> release() {
    return items.stream()
        .map(item -> StockChange.release(item.productId(), item.quantity()))
        .toList();
  }

  /** All pieces of these lines. */
  public Pieces pieces() {
    Map<OrderItemId, Integer> all = new LinkedHashMap<>();
    items.forEach(item -> all.put(item.id(), item.quantity()));
    return new Pieces(all);
  }

  /**
   * Lets pieces pass that are of these lines, however many.
   *
   * @throws UnknownItem naming the first line that is none of these
   */
  public void requireKnown(Pieces pieces) {
    Pieces all = pieces();
    pieces.forEach(
        (item, quantity) -> {
          if (all.of(item) == 0) {
            throw new UnknownItem(item);
          }
        });
  }

  /** What the pieces were sold for. */
  public Money price(Pieces pieces) {
    Money price = Money.zero(currency());
    for (OrderItem item : items) {
      price = price.plus(item.unitPrice().times(pieces.of(item.id())));
    }
    return price;
  }

  /** What stock loses for good when the pieces leave the house. */
  List<StockChange> shipment(Pieces leaving) {
    return changes(leaving, StockChange::ship);
  }

  /** What can be sold again when the pieces come back. */
  public List<StockChange> comeback(Pieces returned) {
    return changes(returned, StockChange::adjust);
  }

  private List<StockChange> changes(
      Pieces pieces, BiFunction<ProductId, Integer, StockChange> change) {
    return items.stream()
        .filter(item -> pieces.of(item.id()) > 0)
        .map(item -> change.apply(item.productId(), pieces.of(item.id())))
        .toList();
  }

  /** Which pieces are gone now, beside those that were gone before, for the history. */
  List<OrderEvent.Change> departure(Pieces leaving, Pieces before) {
    return items.stream()
        .filter(item -> leaving.of(item.id()) > 0)
        .map(
            item ->
                new OrderEvent.Change(
                    OrderEvent.SHIPPED,
                    item.sku().value(),
                    Integer.toString(before.of(item.id())),
                    Integer.toString(before.plus(leaving).of(item.id()))))
        .toList();
  }

  /** What these lines take from stock beyond what the others have taken already. */
  List<StockChange> reservationBeyond(OrderLines others) {
    Map<ProductId, Long> more = new LinkedHashMap<>();
    others.items.forEach(item -> more.merge(item.productId(), -(long) item.quantity(), Long::sum));
    items.forEach(item -> more.merge(item.productId(), (long) item.quantity(), Long::sum));
    return more.entrySet().stream()
        .map(entry -> StockChange.reserve(entry.getKey(), entry.getValue()))
        .filter(change -> !change.isNone())
        .toList();
  }

  /** How the quantities differ from those of other lines, for the history. */
  List<OrderEvent.Change> differenceFrom(OrderLines others) {
    Map<ProductId, OrderItem> before = others.byProduct();
    Map<ProductId, OrderItem> after = byProduct();
    Stream<OrderEvent.Change> gone =
        others.items.stream()
            .filter(item -> !after.containsKey(item.productId()))
            .map(item -> change(item, Integer.toString(item.quantity()), null));
    Stream<OrderEvent.Change> there =
        items.stream()
            .filter(item -> !item.equals(before.get(item.productId())))
            .map(item -> change(item, pieces(before.get(item.productId())), pieces(item)));
    return Stream.concat(gone, there).toList();
  }

  private static OrderEvent.Change change(
      OrderItem item, @Nullable String from, @Nullable String to) {
    return new OrderEvent.Change("quantity", item.sku().value(), from, to);
  }

  private static @Nullable String pieces(@Nullable OrderItem item) {
    return item == null ? null : Integer.toString(item.quantity());
  }

  private Map<ProductId, OrderItem> byProduct() {
    Map<ProductId, OrderItem> result = new LinkedHashMap<>();
    items.forEach(item -> result.put(item.productId(), item));
    return result;
  }

  private static OrderItem sellOne(
      Map<ProductId, Product> products, ProductId id, int quantity, Supplier<OrderItemId> ids) {
    return OrderItem.of(ids.get(), requireActive(products, id), quantity);
  }

  private static void requireKnown(Basket basket, Map<ProductId, Product> products) {
    for (ProductId id : basket.quantities().keySet()) {
      known(products, id);
    }
  }

  private static Product requireActive(Map<ProductId, Product> products, ProductId id) {
    Product product = known(products, id);
    if (!product.isActive()) {
      throw new ProductDiscontinued(id);
    }
    return product;
  }

  private static Product known(Map<ProductId, Product> products, ProductId id) {
    Product product = products.get(id);
    if (product == null) {
      throw new UnknownProduct(id);
    }
    return product;
  }
}
