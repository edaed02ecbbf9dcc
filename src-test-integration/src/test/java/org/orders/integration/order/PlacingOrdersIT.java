package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.etag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class PlacingOrdersIT {

  private final Shop shop;

  PlacingOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aCustomerOrdersForThemselvesAndStockIsReserved() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    var bulb = shop.newProduct("0.99", 100);
    var body = Shop.basket(lamp.times(2), bulb.times(3));
    body.put("reference", "PO-4711");
    var placed = accepted(ada.post("/orders", body), 201);
    placed
        .then()
        .body("customerId", equalTo(ada.id()))
        .body("status", equalTo("PENDING"))
        .body("reference", equalTo("PO-4711"))
        .body("number", matchesRegex("[!-~]{4,20}"))
        .body("totalAmount", amount("27.97"))
        .body("currency", equalTo("EUR"))
        .body("items.productId", containsInAnyOrder(lamp.id(), bulb.id()))
        .body("items.find { it.sku == '%s' }.quantity".formatted(lamp.sku()), equalTo(2))
        .body("items.find { it.sku == '%s' }.unitPrice".formatted(lamp.sku()), amount("12.5"))
        .body("items.find { it.sku == '%s' }.lineTotal".formatted(bulb.sku()), amount("2.97"))
        .body(
            "items.find { it.sku == '%s' }.name".formatted(bulb.sku()),
            equalTo("Product " + bulb.sku()))
        .body("contact.email", equalTo(ada.email()))
        .body("contact.name", equalTo("Ada Lovelace"))
        .body("shippingAddress.line1", equalTo("12 St James's Square"))
        .body("allowedActions", hasItems("update", "cancel"))
        .body("accessToken", nullValue())
        .body("productId", nullValue())
        .header("Location", endsWith("/orders/" + placed.path("id")));
    var read = accepted(ada.get("/orders/" + placed.path("id")), 200);
    assertThat(read.<Map<String, Object>>path("$"))
        .isEqualTo(placed.<Map<String, Object>>path("$"));
    assertThat(etag(read)).isEqualTo(etag(placed));
    shop.product(lamp).then().body("inventory", equalTo(8)).body("reserved", equalTo(2));
    shop.product(bulb).then().body("inventory", equalTo(97)).body("reserved", equalTo(3));
  }

  @Test
  void theShortFormIsAnOrderOfOneLineWhichAlsoStandsAtTheTop() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("12.50", 10);
    var placed =
        accepted(
            shop.service()
                .post(
                    "/orders",
                    Map.of("customerId", customer, "productId", lamp.id(), "quantity", 4)),
            201);
    placed
        .then()
        .body("customerId", equalTo(customer))
        .body("productId", equalTo(lamp.id()))
        .body("quantity", equalTo(4))
        .body("items.size()", equalTo(1))
        .body("items[0].quantity", equalTo(4))
        .body("totalAmount", amount("50.00"));
    accepted(shop.admin().get("/orders/" + placed.path("id")), 200)
        .then()
        .body("productId", equalTo(lamp.id()))
        .body("quantity", equalTo(4));
  }

  @Test
  void aCustomerMayUseTheShortFormAndNameThemselves() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    accepted(
            ada.post(
                "/orders", Map.of("customerId", ada.id(), "productId", lamp.id(), "quantity", 1)),
            201)
        .then()
        .body("customerId", equalTo(ada.id()));
    accepted(ada.post("/orders", Map.of("productId", lamp.id(), "quantity", 1)), 201)
        .then()
        .body("customerId", equalTo(ada.id()));
  }

  @Test
  void anAdministratorOrdersForACustomer() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("12.50", 10);
    var body = Shop.basket(lamp.times(1));
    body.put("customerId", customer);
    accepted(shop.admin().post("/orders", body), 201).then().body("customerId", equalTo(customer));
  }

  @Test
  void theSameProductTwiceIsMergedIntoOneLine() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    var bulb = shop.newProduct("1.00", 10);
    accepted(ada.post("/orders", Shop.basket(lamp.times(2), bulb.times(1), lamp.times(3))), 201)
        .then()
        .body("items.size()", equalTo(2))
        .body("items.find { it.sku == '%s' }.quantity".formatted(lamp.sku()), equalTo(5))
        .body("totalAmount", amount("63.50"));
    shop.product(lamp).then().body("inventory", equalTo(5)).body("reserved", equalTo(5));
  }

  @Test
  void anAddressAndAContactOfTheOrdersOwnAreKept() {
    var ada = shop.newCustomer();
    var body = Shop.basket(shop.newProduct("1.00", 5).times(1));
    body.put("shippingAddress", Shop.address("Ockham Park"));
    body.put("contact", Map.of("name", "Butler", "email", "b@example.org", "phone", "+4912345678"));
    accepted(ada.post("/orders", body), 201)
        .then()
        .body("shippingAddress.line1", equalTo("Ockham Park"))
        .body("contact.name", equalTo("Butler"))
        .body("contact.email", equalTo("b@example.org"))
        .body("contact.phone", equalTo("+4912345678"));
  }

  @Test
  void anOrderKeepsThePriceAndNameOfItsDay() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    var order = ada.placesOrder(lamp, 2);
    accepted(shop.admin().put("/products/" + lamp.id(), Map.of("price", 99, "name", "Dear")), 200);
    accepted(ada.get("/orders/" + order), 200)
        .then()
        .body("totalAmount", amount("25.00"))
        .body("items[0].name", equalTo("Product " + lamp.sku()));
  }

  @Test
  void aNewPriceHoldsForTheNextOrderAtOnce() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    ada.placesOrder(lamp, 1);
    accepted(shop.admin().put("/products/" + lamp.id(), Map.of("price", 13.75)), 200);
    accepted(ada.post("/orders", Shop.basket(lamp.times(1))), 201)
        .then()
        .body("totalAmount", amount("13.75"));
  }

  @Test
  void anExpectedTotalThatIsRightIsNoObstacle() {
    var ada = shop.newCustomer();
    var body = Shop.basket(shop.newProduct("12.50", 10).times(2));
    body.put("expectedTotal", 25);
    accepted(ada.post("/orders", body), 201);
  }

  @Test
  void anOrderThatCostsNothingIsConfirmedAtOnce() {
    var ada = shop.newCustomer();
    accepted(ada.post("/orders", Shop.basket(shop.newProduct("0", 10).times(2))), 201)
        .then()
        .body("status", equalTo("CONFIRMED"))
        .body("totalAmount", amount("0"));
  }

  @Test
  void aLargeBasketIsOneOrder() {
    var customer = shop.newCustomerWithoutLogin();
    var lines = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 60; i++) {
      lines.add(shop.newProduct("0.10", 5).times(i % 5 + 1));
    }
    var body = new LinkedHashMap<String, Object>(Map.of("customerId", customer, "items", lines));
    accepted(shop.service().post("/orders", body), 201)
        .then()
        .body("items.size()", equalTo(60))
        .body("totalAmount", amount("18.00"));
  }

  @Test
  void numbersAreShortAndNeverTheSame() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 10);
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      numbers.add(accepted(ada.post("/orders", Shop.basket(lamp.times(1))), 201).path("number"));
    }
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(numbers).allMatch(number -> number.length() <= 20);
  }
}
