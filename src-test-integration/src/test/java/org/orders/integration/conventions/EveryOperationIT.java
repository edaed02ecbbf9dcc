package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.conventions.DescribedApi.Operation;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;

/**
 * A walk through everything the service says it can do, with good and bad values. It has a service
 * of its own, because it does things that no shop would bear.
 */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationIT {

  private static final List<String> STRANGE_IN_ADDRESS =
      List.of(
          "", "-1", "1.5", "x", "99999999999999999999", "%00", "%C3%28", "a%20b", "x".repeat(3000));

  private static final int AT_ONCE = 16;

  private final Shop shop;
  private final SignedInCustomer customer;
  private final Map<String, String> failures = new ConcurrentSkipListMap<>();

  EveryOperationIT(Services services) {
    shop =
        services
            .start("walked", services.newDatabase(), Map.of("ORDERS_RATE_LIMIT_CUSTOMER", "0"))
            .shop();
    customer = shop.newCustomer();
  }

  @BeforeAll
  void walk() {
    var api = DescribedApi.read(shop.anyone().get("/q/openapi?format=json").asString());
    assertThat(api.operations()).hasSizeGreaterThan(20);
    for (var operation : api.operations()) {
      walk(api, operation);
    }
  }

  @Test
  void noOperationFailsWhateverItIsSent() {
    assertThat(failures.values()).isEmpty();
  }

  private void walk(DescribedApi api, Operation operation) {
    var things = new Things(shop);
    var type = api.mediaType(operation);
    var good = type == null ? null : body(api, operation, type, things);
    // What ends a session or an account is done by somebody nobody will miss.
    var admin =
        operation.path().startsWith("/auth/")
            ? shop.newCustomer()
            : shop.bearer(shop.admin().accessToken());
    var typed = type == null ? admin : admin.with("Content-Type", type);

    call(shop.anyone(), operation, things.in(operation.path()), type, good);
    call(customer, operation, things.in(operation.path()), type, good);
    for (var name : api.parameters(operation, "query")) {
      for (var strange : STRANGE_IN_ADDRESS) {
        var target = things.in(operation.path()) + "?" + name + "=" + strange;
        check(operation, target, good, typed.quickly(operation.method(), target, good));
      }
    }
    for (var name : api.parameters(operation, "path")) {
      for (var strange :
          List.of("x", UUID.randomUUID().toString(), "%00", "%20", "x".repeat(3000))) {
        var target = things.in(operation.path().replace("{" + name + "}", strange));
        check(operation, target, good, typed.quickly(operation.method(), target, good));
      }
    }
    if (type != null && type.endsWith("json")) {
      var bad = api.badBodies(operation);
      for (int from = 0; from < bad.size(); from += AT_ONCE) {
        var some = bad.subList(from, Math.min(from + AT_ONCE, bad.size()));
        Rush.of(
            some.size(),
            i -> {
              call(admin, operation, things.in(operation.path()), type, some.get(i));
              return true;
            });
      }
    }
    call(typed.withKey("k".repeat(300)), operation, things.in(operation.path()), type, good);
    call(typed.with("If-Match", "\"stale\""), operation, things.in(operation.path()), type, good);
    call(typed.with("If-Match", "nonsense"), operation, things.in(operation.path()), type, good);
    call(typed, operation, things.in(operation.path()), type, good);
  }

  private static String body(DescribedApi api, Operation operation, String type, Things things) {
    if (!type.endsWith("json")) {
      return "a=b";
    }
    var body = api.goodBody(operation);
    if (body instanceof ObjectNode object) {
      things.nameIn(object);
    }
    return body.toString();
  }

  private void call(Caller caller, Operation operation, String target, String type, String body) {
    var typed = type == null ? caller : caller.with("Content-Type", type);
    check(operation, target, body, typed.quickly(operation.method(), target, body));
  }

  private void check(Operation operation, String target, String body, QuickAnswer answer) {
    int status = answer.status();
    if (status >= 500 || status >= 400 && answer.problem().isEmpty()) {
      failures.putIfAbsent(operation + " " + status, told(operation, target, body, answer));
    }
  }

  private static String told(Operation operation, String target, String body, QuickAnswer answer) {
    return "%s: %s %s -> %s"
        .formatted(operation, cut(target), cut(String.valueOf(body)), cut(answer.toString()));
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  /** A customer, a product and an order that the walk may do anything to. */
  private static final class Things {

    private final String customer;
    private final Product product;
    private final String order;

    Things(Shop shop) {
      customer = shop.newCustomerWithoutLogin();
      product = shop.newProduct("10.00", 1000);
      order = accepted(shop.placeFor(customer, product, 2), 201).path("id");
    }

    /** The path with ids that exist, where it is known of what they are. */
    String in(String path) {
      var filled = path;
      for (var known :
          Map.of(
                  "/customers/{",
                  customer,
                  "/orders/{",
                  order,
                  "/products/{",
                  product.id(),
                  "/inventory/{",
                  product.id())
              .entrySet()) {
        var at = filled.indexOf(known.getKey());
        if (at >= 0) {
          int from = at + known.getKey().length() - 1;
          filled =
              filled.substring(0, from)
                  + known.getValue()
                  + filled.substring(filled.indexOf('}', from) + 1);
        }
      }
      return filled.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    /** Puts ids that exist into a body. */
    void nameIn(ObjectNode body) {
      for (var field : List.copyOf(body.properties())) {
        switch (field.getKey()) {
          case "customerId" -> body.put("customerId", customer);
          case "productId" -> body.put("productId", product.id());
          case "orderId" -> body.put("orderId", order);
          case "sku" -> body.put("sku", Shop.uniqueSku());
          case "email" -> body.put("email", Shop.uniqueEmail());
          default -> {
            if (field.getValue() instanceof ObjectNode inner) {
              nameIn(inner);
            }
            field
                .getValue()
                .forEach(
                    one -> {
                      if (one instanceof ObjectNode inner) {
                        nameIn(inner);
                      }
                    });
          }
        }
      }
    }
  }
}
