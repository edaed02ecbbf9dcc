package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.etag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class OrderRacesIT {

  private static final Map<String, List<String>> STEPS =
      Map.of(
          "PENDING", List.of("CONFIRMED", "CANCELLED"),
          "CONFIRMED", List.of("PROCESSING", "CANCELLED"),
          "PROCESSING", List.of("SHIPPED", "CANCELLED"),
          "SHIPPED", List.of("DELIVERED"),
          "DELIVERED", List.of(),
          "CANCELLED", List.of());

  private final Shop shop;
  private final StockBooks books;

  OrderRacesIT(Shop shop) {
    this.shop = shop;
    this.books = new StockBooks(shop);
  }

  @Test
  void ofFiveHundredBuyersOfTheLastUnitOneGetsIt() {
    var last = shop.newProduct("10.00", 1);
    var answers =
        Rush.of(
            500, i -> shop.anyone().quickly("POST", "/orders", Shop.guestBasket(last.times(1))));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(
            answer ->
                assertThat(answer.problem()).as(answer.toString()).isEqualTo("insufficient-stock"));
    assertThat(shop.inventory(last)).isZero();
    books.balance(last, books.orders(placed(answers)));
  }

  @Test
  void basketsThatCrossAllGoThroughWithoutADeadlock() {
    var customer = shop.newCustomerWithoutLogin();
    var shelf = new ArrayList<Product>();
    for (int i = 0; i < 8; i++) {
      shelf.add(shop.newProduct("1.00", 1000));
    }
    var answers =
        Rush.of(
            120,
            i -> {
              var picked = new ArrayList<>(shelf);
              Collections.shuffle(picked, new Random(i));
              return shop.service()
                  .quickly(
                      "POST",
                      "/orders",
                      Map.of(
                          "customerId",
                          customer,
                          "items",
                          picked.subList(0, 5).stream().map(p -> p.times(1)).toList()));
            });
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    var orders = books.ordersOf(customer);
    assertThat(orders).hasSize(120);
    for (var product : shelf) {
      books.balance(product, orders);
    }
  }

  @Test
  void ordersChangesAndCancellationsThatCrossKeepTheBooksStraight() {
    var customer = shop.newCustomerWithoutLogin();
    var shelf =
        List.of(
            shop.newProduct("1.00", 60), shop.newProduct("2.00", 60), shop.newProduct("3.00", 60));
    var ids = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      ids.add(shop.placeFor(customer, shelf.get(i % 3), 2).path("id"));
    }
    var service = shop.service();
    var answers =
        Rush.of(
            96,
            i -> {
              var order = "/orders/" + ids.get(i % ids.size());
              var one = shelf.get(i % 3).times(i % 4 + 1);
              var other = shelf.get((i + 1) % 3).times(i % 3 + 1);
              return switch (i % 4) {
                case 0 -> service.quickly("PUT", order, Shop.basket(one, other));
                case 1 -> service.quickly("PUT", order, Shop.basket(other, one));
                case 2 ->
                    service.quickly(
                        "POST",
                        "/orders",
                        Map.of("customerId", customer, "items", List.of(other, one)));
                default -> service.quickly("POST", order + "/cancel", null);
              };
            });
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 409));
    var orders = books.ordersOf(customer);
    for (var product : shelf) {
      books.balance(product, orders);
    }
  }

  @Test
  void ofFiftyPutsWithOneEtagOneWins() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("10.00", 500);
    var order = shop.placeFor(customer, lamp, 60);
    var path = "/orders/" + order.path("id");
    var tag = etag(shop.service().get(path));
    var caller = shop.service().with("If-Match", tag);
    var answers = Rush.of(50, i -> caller.quickly("PUT", path, Shop.basket(lamp.times(i + 1))));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .hasSize(49)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
              assertThat(answer.problem()).isEqualTo("stale-version");
            });
    books.balance(lamp, books.ordersOf(customer));
  }

  @Test
  void ofFiftyPutsOfAProductWithOneEtagOneWins() {
    var lamp = shop.newProduct("10.00", 5);
    var caller = shop.admin().with("If-Match", etag(shop.product(lamp)));
    var answers =
        Rush.of(50, i -> caller.quickly("PUT", "/products/" + lamp.id(), Map.of("name", "N" + i)));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(49);
  }

  @Test
  void putsOfDifferentFieldsAtTheSameMomentAreNotLost() {
    var lamp = shop.newProduct("10.00", 5);
    var path = "/products/" + lamp.id();
    var changes =
        List.<Map<String, Object>>of(
            Map.of("name", "Renamed"),
            Map.of("description", "Described"),
            Map.of("inventory", 77),
            Map.of("lowStockThreshold", 3));
    var answers = Rush.of(4, i -> shop.admin().quickly("PUT", path, changes.get(i)));
    var now = shop.product(lamp);
    for (int i = 0; i < 4; i++) {
      var answer = answers.get(i);
      assertThat(answer.status()).as(answer.toString()).isIn(200, 409);
      if (answer.status() == 200) {
        changes
            .get(i)
            .forEach((field, value) -> assertThat(now.<Object>path(field)).isEqualTo(value));
      } else {
        assertThat(answer.problem()).isEqualTo("conflict");
      }
    }
  }

  @RepeatedTest(5)
  void cancelPayAndWalkAtTheSameMomentLeaveALegalHistory() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("10.00", 10);
    String id = shop.placeFor(customer, lamp, 3).path("id");
    var answers =
        Rush.of(
            12,
            i ->
                switch (i % 6) {
                  case 0 -> shop.service().quickly("POST", "/orders/" + id + "/cancel", null);
                  case 1 ->
                      shop.service()
                          .quickly(
                              "POST",
                              "/payments",
                              Map.of("orderId", id, "method", Map.of("type", "invoice")));
                  case 2 -> walk(id, "CONFIRMED");
                  case 3 -> walk(id, "PROCESSING");
                  case 4 -> walk(id, "SHIPPED");
                  default -> walk(id, "CANCELLED");
                });
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 409));
    List<Map<String, Object>> history =
        accepted(shop.admin().get("/orders/" + id + "/history"), 200).path("items");
    var state = "PENDING";
    for (var entry : history) {
      if ("STATUS".equals(entry.get("type"))) {
        assertThat(entry).containsEntry("from", state);
        assertThat(STEPS.get(state)).contains((String) entry.get("to"));
        state = (String) entry.get("to");
      }
    }
    var order = shop.order(id);
    assertThat(order.<String>path("status")).isEqualTo(state);
    if (state.equals("CANCELLED") && order.path("paymentId") != null) {
      assertThat(order.<String>path("paymentStatus")).isEqualTo("VOIDED");
    }
    books.balance(lamp, books.ordersOf(customer));
  }

  private QuickAnswer walk(String order, String status) {
    return shop.admin().quickly("PUT", "/admin/orders/" + order, Map.of("status", status));
  }

  private static List<String> placed(List<QuickAnswer> answers) {
    return answers.stream()
        .filter(answer -> answer.status() == 201)
        .map(answer -> answer.text("id"))
        .toList();
  }
}
