package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class PreviewIT {

  private final Shop shop;

  PreviewIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aPreviewSaysWhatAnOrderWouldCostAndWritesNothing() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    var bulb = shop.newProduct("0.99", 10);
    accepted(ada.post("/orders/preview", Shop.basket(lamp.times(2), bulb.times(3))), 200)
        .then()
        .body("totalAmount", amount("27.97"))
        .body("currency", equalTo("EUR"))
        .body("items.size()", equalTo(2))
        .body("items.find { it.productId == '%s' }.lineTotal".formatted(lamp.id()), amount("25"))
        .body("shortages", emptyIterable());
    assertThat(shop.reserved(lamp)).isZero();
    accepted(ada.get(ada.path() + "/orders"), 200).then().body("items", emptyIterable());
  }

  @Test
  void aPreviewNamesWhatWouldBeMissing() {
    var lamp = shop.newProduct("12.50", 2);
    var bulb = shop.newProduct("1.00", 5);
    var preview =
        accepted(
            shop.newCustomer().post("/orders/preview", Shop.basket(lamp.times(3), bulb.times(5))),
            200);
    assertThat(preview.<List<Map<String, Object>>>path("shortages"))
        .containsExactly(Map.of("productId", lamp.id(), "requested", 3, "available", 2));
  }

  @Test
  void guestsAndInternalApplicationsPreviewToo() {
    var lamp = shop.newProduct("12.50", 2);
    accepted(shop.anyone().post("/orders/preview", Shop.guestBasket(lamp.times(1))), 200)
        .then()
        .body("totalAmount", amount("12.5"));
    accepted(
        shop.service()
            .post(
                "/orders/preview",
                Map.of(
                    "customerId",
                    shop.newCustomerWithoutLogin(),
                    "productId",
                    lamp.id(),
                    "quantity",
                    1)),
        200);
  }

  @Test
  void aPreviewIsCheckedLikeAnOrder() {
    var ada = shop.newCustomer();
    assertInvalid(ada.post("/orders/preview", "{\"items\":[]}"), "/items");
    assertProblem(
        ada.post(
            "/orders/preview",
            Shop.basket(Map.of("productId", UUID.randomUUID().toString(), "quantity", 1))),
        422,
        "unknown-product");
    assertProblem(
        ada.post(
            "/orders/preview",
            Shop.basket(
                shop.newProduct("1", "EUR", 1).times(1), shop.newProduct("1", "USD", 1).times(1))),
        422,
        "mixed-currencies");
  }
}
