package org.orders.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.Reference;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** Things as they occur in a shop, for tests that need one and do not care which. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123456Z");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Currency JPY = Currency.getInstance("JPY");
  public static final Currency KWD = Currency.getInstance("KWD");

  public static final Actor SYSTEM = new Actor.System();
  public static final Actor ANONYMOUS = new Actor.Anonymous();
  public static final Actor.Administrator ADMINISTRATOR =
      new Actor.Administrator(new UserId(id(900)));
  public static final Actor.Administrator OTHER_ADMINISTRATOR =
      new Actor.Administrator(new UserId(id(901)));
  public static final Actor.Service SERVICE = new Actor.Service(new ClientId("warehouse"));

  private Samples() {}

  /** The same id for the same number, of version 7 like those the service makes. */
  public static UUID id(long number) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  public static ProductId productId(long number) {
    return new ProductId(id(number));
  }

  public static Money euros(String amount) {
    return Money.of("price", new BigDecimal(amount), EUR);
  }

  /** A product that is sold, with a sku that follows from the number. */
  public static Product product(long number, String euros) {
    return product(number, euros(euros));
  }

  public static Product product(long number, Money price) {
    return Product.create(
        productId(number),
        new Sku("SKU-" + number),
        new ProductName("Product " + number),
        "",
        price,
        0,
        NOW);
  }

  public static Address address() {
    return new Address("1 Sukhumvit Rd", null, "Bangkok", null, "10110", new CountryCode("TH"));
  }

  public static Address otherAddress() {
    return new Address("Hauptstr. 5", "c/o Meier", "Köln", null, "50667", new CountryCode("DE"));
  }

  public static Profile profile(String email) {
    return new Profile(
        new PersonName("สมชาย ใจดี"),
        new EmailAddress(email),
        new PhoneNumber("+66812345678"),
        address());
  }

  public static Contact contact() {
    Profile profile = profile("somchai@example.com");
    return new Contact(profile.name(), profile.email(), profile.phone());
  }

  /** One line of a product, whose id follows from the product's. */
  public static OrderItem item(Product product, int quantity) {
    return OrderItem.of(
        new OrderItemId(
            new UUID(
                product.id().value().getMostSignificantBits(),
                product.id().value().getLeastSignificantBits() ^ (1L << 40))),
        product,
        quantity);
  }

  public static OrderLines lines(OrderItem... items) {
    return new OrderLines(List.of(items));
  }

  public static CustomerId customerId() {
    return new CustomerId(id(500));
  }

  /** What an order of these lines is placed with. */
  public static Order.Draft draft(OrderLines lines) {
    return new Order.Draft(
        new OrderId(id(700)),
        new OrderNumber("100700"),
        new Reference("invoice 536365"),
        customerId(),
        lines,
        address(),
        contact());
  }

  /** An order of two pieces for 10 euros each, in the state. */
  public static Order order(OrderState state) {
    return order(state, false, null);
  }

  public static Order order(OrderState state, boolean onHold, @Nullable UserId managedBy) {
    return new Order(
        new OrderId(id(700)),
        new OrderNumber("100700"),
        null,
        customerId(),
        state,
        lines(item(product(1, "10.00"), 2)),
        address(),
        contact(),
        onHold,
        managedBy,
        NOW,
        NOW,
        NOW,
        3);
  }
}
