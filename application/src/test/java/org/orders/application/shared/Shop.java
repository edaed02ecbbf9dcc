package org.orders.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.order.OrderPlacements.Placement;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.Reference;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** Fills what is kept with products, customers and orders that no other test knows of. */
public final class Shop {

  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
  public static final Duration TIME_TO_PAY = Duration.ofMinutes(30);
  public static final Actor ADMIN =
      new Actor.Administrator(new UserId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)));

  private static final AtomicLong COUNTER = new AtomicLong(System.currentTimeMillis());

  private final Persistence persistence;

  public Shop(Persistence persistence) {
    this.persistence = persistence;
  }

  /** An id that sorts after all that were made before, as those of version 7 do. */
  public static UUID newId() {
    long count = COUNTER.incrementAndGet();
    return new UUID(count << 16 | 0x7000, 1L << 63 | count);
  }

  public static Product newProduct(String sku, long priceMinor) {
    return Product.create(
        new ProductId(newId()),
        new Sku(sku),
        new ProductName("Lamp " + sku),
        "stands and shines",
        new Money(priceMinor, EUR),
        2,
        NOW);
  }

  public static Profile profile(String email) {
    return new Profile(
        new PersonName("Ann Lee"),
        new EmailAddress(email),
        new PhoneNumber("+4930123456"),
        new Address("Main St 1", null, "Berlin", "BE", "10115", new CountryCode("DE")));
  }

  public static Cause cause(String reason) {
    return new Cause(reason, null, ADMIN, NOW);
  }

  /** A product with stock. */
  public Product product(long pieces) {
    Product product = newProduct("SKU-" + newId(), 1_250);
    persistence
        .work()
        .run(
            () ->
                persistence
                    .products()
                    .add(
                        product, StockChange.adjust(product.id(), pieces), cause("opening stock")));
    return product;
  }

  public List<Product> products(int count, long pieces) {
    List<Product> products = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      products.add(product(pieces));
    }
    return products;
  }

  /** A customer with an account. */
  public Customer customer() {
    Customer customer =
        Customer.account(new CustomerId(newId()), profile("Ann." + newId() + "@example.org"), NOW);
    persistence.work().run(() -> persistence.customers().add(customer));
    return customer;
  }

  public Stock stock(Product product) {
    return persistence.work().run(() -> persistence.stock().read(List.of(product.id()))).getFirst();
  }

  /** An order of the same number of pieces of each product, decided and not yet written. */
  public OrderDecision decide(Customer customer, Basis basis, List<Product> products, int pieces) {
    List<Basket.Line> wanted =
        products.stream().map(product -> new Basket.Line(product.id(), pieces)).toList();
    OrderLines lines =
        OrderLines.sell(Basket.of(wanted), basis.products(), () -> new OrderItemId(newId()));
    Order.Draft draft =
        new Order.Draft(
            new OrderId(newId()),
            persistence.orderNumbers().next(),
            new Reference("Invoice " + newId()),
            customer.id(),
            lines,
            customer.profile().address(),
            customer.contact());
    return Order.place(draft, TIME_TO_PAY, new Actor.Customer(customer.id()), NOW);
  }

  /** What the decision on an order of these products rests on, as it is now. */
  public Basis basis(Customer customer, List<Product> products) {
    return persistence
        .placements()
        .read(customer.id(), products.stream().map(Product::id).toList(), Freshness.FRESH);
  }

  /** The same, made of what the test knows. */
  public static Basis basisOf(Customer customer, List<Product> products) {
    Map<ProductId, Product> byId = new LinkedHashMap<>();
    products.forEach(product -> byId.put(product.id(), product));
    return new Basis(customer, byId);
  }

  /** A placed order. */
  public Order order(Customer customer, List<Product> products, int pieces) {
    Basis basis = basis(customer, products);
    OrderDecision decision = decide(customer, basis, products, pieces);
    Result result = place(decision, basis, null);
    if (!(result instanceof Result.Placed)) {
      throw new AssertionError("the order was not placed: " + result);
    }
    return decision.order();
  }

  public Order order(int pieces) {
    return order(customer(), List.of(product(pieces)), pieces);
  }

  public Result place(OrderDecision decision, Basis basis, @Nullable IdempotencyClaim claim) {
    return persistence
        .placements()
        .place(new Placement(decision, basis, null, claim, "the answer"));
  }
}
