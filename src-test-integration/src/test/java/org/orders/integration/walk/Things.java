package org.orders.integration.walk;

import static org.orders.integration.harness.Answers.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.SignedInCustomer;

/** What one caller owns and the walk may do anything to: a record, a product, orders, a payment. */
final class Things {

  private final Caller caller;
  private final @Nullable SignedInCustomer person;
  private final String customer;
  private final Product product;
  private final String order;
  private final String payment;

  private Things(
      Caller caller,
      @Nullable SignedInCustomer person,
      String customer,
      Product product,
      String order,
      String payment) {
    this.caller = caller;
    this.person = person;
    this.customer = customer;
    this.product = product;
    this.order = order;
    this.payment = payment;
  }

  /**
   * Somebody new in this role, with things of their own.
   *
   * @param maySignOut whether what they do may end their session
   */
  static Things of(Role role, boolean maySignOut, Shop shop) {
    var product = shop.newProduct("10.00", 1_000_000);
    return switch (role) {
      case CUSTOMER -> {
        var person = shop.newCustomer();
        var order = person.placesOrder(product, 2);
        yield new Things(
            person, person, person.id(), product, order, payment(shop, product, person.id()));
      }
      case GUEST -> {
        var placed =
            accepted(shop.anyone().post("/orders", Shop.guestBasket(product.times(2))), 201);
        yield new Things(
            shop.bearer(placed.path("accessToken")),
            null,
            placed.path("customerId"),
            product,
            placed.path("id"),
            UUID.randomUUID().toString());
      }
      case ANONYMOUS, ADMIN, SERVICE -> {
        var customer = shop.newCustomerWithoutLogin();
        var order = accepted(shop.placeFor(customer, product, 2), 201).<String>path("id");
        yield new Things(
            maySignOut ? role.inOwnSession(shop) : role.caller(shop),
            null,
            customer,
            product,
            order,
            payment(shop, product, customer));
      }
    };
  }

  private static String payment(Shop shop, Product product, String customer) {
    var order = accepted(shop.placeFor(customer, product, 1), 201).<String>path("id");
    var method = Map.of("orderId", order, "method", Map.of("type", "invoice"));
    return accepted(shop.admin().post("/payments", method), 201).path("id");
  }

  Caller caller() {
    return caller;
  }

  /** The path with ids that exist, where it is known of what they are. */
  String in(String path) {
    var thing = path.replaceFirst("^/admin", "").replaceFirst("/\\{.*", "");
    var id =
        switch (thing) {
          case "/customers" -> customer;
          case "/orders" -> order;
          case "/products", "/inventory" -> product.id();
          case "/payments" -> payment;
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
        var value = known(field.getKey());
        if (value != null && field.getValue().isTextual()) {
          object.put(field.getKey(), value);
        }
      }
    }
    part.forEach(this::fill);
  }

  private @Nullable String known(String field) {
    return switch (field) {
      case "customerId" -> customer;
      case "productId" -> product.id();
      case "orderId" -> order;
      case "sku" -> Shop.uniqueSku();
      case "email" -> Shop.uniqueEmail();
      case "username" -> person == null ? null : person.email();
      case "password", "currentPassword" -> person == null ? null : person.password();
      case "refreshToken" -> person == null ? null : person.refreshToken();
      default -> null;
    };
  }
}
