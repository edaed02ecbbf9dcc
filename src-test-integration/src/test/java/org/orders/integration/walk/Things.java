package org.orders.integration.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.SignedInCustomer;

/**
 * What one caller owns and the walk may do anything to: a record, a product, an order, a payment;
 * each is made when it is first spoken of.
 */
final class Things {

  private final Caller caller;
  private final @Nullable SignedInCustomer person;
  private final Supplier<String> customer;
  private final Supplier<String> product;
  private final Supplier<String> order;
  private final Supplier<String> payment;

  private Things(
      Caller caller,
      @Nullable SignedInCustomer person,
      Supplier<String> customer,
      Supplier<String> product,
      Supplier<String> order,
      Supplier<String> payment) {
    this.caller = caller;
    this.person = person;
    this.customer = once(customer);
    this.product = product;
    this.order = once(order);
    this.payment = once(payment);
  }

  /** Things of a customer with an account. */
  static Things ofCustomer(SignedInCustomer person, Shop shop) {
    var product = newProduct(shop);
    return new Things(
        person,
        person,
        person::id,
        product,
        () -> placed(person.id(), product.get(), shop),
        () -> invoiced(placed(person.id(), product.get(), shop), shop));
  }

  /** Things of somebody who placed an order as a guest. */
  static Things ofGuest(Shop shop) {
    var product = newProduct(shop);
    var placed =
        made(
            shop.anyone(),
            "/orders",
            Shop.guestBasket(Map.of("productId", product.get(), "quantity", 2)));
    var order = placed.path("id").asText();
    var customer = placed.path("customerId").asText();
    return new Things(
        shop.bearer(placed.path("accessToken").asText()),
        null,
        () -> customer,
        product,
        () -> order,
        () -> invoiced(order, shop));
  }

  /** Things of a customer for whom this caller may act. */
  static Things ofOther(Caller caller, Supplier<String> customer, Shop shop) {
    var product = newProduct(shop);
    return new Things(
        caller,
        null,
        customer,
        product,
        () -> placed(customer.get(), product.get(), shop),
        () -> invoiced(placed(customer.get(), product.get(), shop), shop));
  }

  /** A customer without a password; made when they are first spoken of. */
  static Supplier<String> newCustomer(Shop shop) {
    return once(() -> id(made(shop.anyone(), "/customers", Shop.person(Shop.uniqueEmail()))));
  }

  private static Supplier<String> newProduct(Shop shop) {
    var lamp =
        Map.of(
            "sku",
            Shop.uniqueSku(),
            "name",
            "Lamp",
            "price",
            10,
            "currency",
            "EUR",
            "inventory",
            1_000_000);
    return once(() -> id(made(shop.admin(), "/products", lamp)));
  }

  private static String placed(String customer, String product, Shop shop) {
    var order = Map.of("customerId", customer, "productId", product, "quantity", 2);
    return id(made(shop.service(), "/orders", order));
  }

  private static String invoiced(String order, Shop shop) {
    var payment = Map.of("orderId", order, "method", Map.of("type", "invoice"));
    return id(made(shop.admin(), "/payments", payment));
  }

  private static JsonNode made(Caller caller, String path, Map<String, ?> body) {
    var answer = caller.quickly("POST", path, body);
    if (answer.status() != 201) {
      throw new AssertionError("POST " + path + ": " + answer);
    }
    return DescribedApi.parse(answer.body());
  }

  private static String id(JsonNode made) {
    return made.path("id").asText();
  }

  private static <T> Supplier<T> once(Supplier<T> making) {
    return new Supplier<>() {
      private @Nullable T made;

      @Override
      public T get() {
        if (made == null) {
          made = making.get();
        }
        return made;
      }
    };
  }

  Caller caller() {
    return caller;
  }

  /** The path with ids that exist, where it is known of what they are. */
  String in(String path) {
    if (!path.contains("{")) {
      return path;
    }
    var id =
        switch (path.replaceFirst("^/admin", "").replaceFirst("/\\{.*", "")) {
          case "/customers" -> customer.get();
          case "/orders" -> order.get();
          case "/products", "/inventory" -> product.get();
          case "/payments" -> payment.get();
          default -> UUID.randomUUID().toString();
        };
    return path.replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  /** A body in which what is named exists, and what must be new is. */
  JsonNode in(JsonNode body) {
    var copy = body.deepCopy();
    fill(copy);
    return copy;
  }

  private void fill(JsonNode part) {
    if (part instanceof ObjectNode object) {
      for (var field : List.copyOf(object.properties())) {
        // What is strange is to stay so.
        var value = isOrdinary(field.getValue()) ? known(field.getKey()) : null;
        if (value != null) {
          object.put(field.getKey(), value);
        }
      }
    }
    part.forEach(this::fill);
  }

  private static boolean isOrdinary(JsonNode value) {
    return value.isTextual() && value.asText().matches("[\\w.@ -]{6,100}");
  }

  private @Nullable String known(String field) {
    return switch (field) {
      case "customerId" -> customer.get();
      case "productId" -> product.get();
      case "orderId" -> order.get();
      case "sku" -> Shop.uniqueSku();
      case "email" -> Shop.uniqueEmail();
      case "username" -> person == null ? null : person.email();
      case "password", "currentPassword" -> person == null ? null : person.password();
      case "refreshToken" -> person == null ? null : person.refreshToken();
      default -> null;
    };
  }
}
