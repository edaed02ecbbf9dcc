package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class UnpaidOrdersIT {

  private final Shop shop;

  UnpaidOrdersIT(Services services) {
    shop =
        services
            .start("expiring", services.newDatabase(), Map.of("ORDERS_RESERVATION_TTL", "PT2S"))
            .shop();
  }

  @Test
  void anOrderNobodyPaysExpiresAndGivesItsStockBack() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("10.00", 5);
    String paid = shop.placeFor(customer, lamp, 1).path("id");
    accepted(shop.walk(paid, "CONFIRMED"), 200);
    String unpaid = shop.placeFor(customer, lamp, 3).path("id");
    Patience.await(
        "the unpaid order expires",
        Duration.ofSeconds(75),
        () -> shop.order(unpaid).path("status").equals("CANCELLED"));
    List<Map<String, Object>> history =
        accepted(shop.admin().get("/orders/" + unpaid + "/history"), 200).path("items");
    assertThat(((Map<?, ?>) history.getLast().get("actor")).get("type")).isEqualTo("SYSTEM");
    shop.order(paid).then().body("status", equalTo("CONFIRMED"));
    shop.product(lamp).then().body("inventory", equalTo(4)).body("reserved", equalTo(1));
    var books = new StockBooks(shop);
    books.balance(lamp, books.orders());
  }
}
