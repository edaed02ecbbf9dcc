package org.orders.integration.catalog;

import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ProductValidationIT {

  private final Shop shop;

  ProductValidationIT(Shop shop) {
    this.shop = shop;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "sku, null",
        "sku, '\"\"'",
        "sku, '\" \"'",
        "sku, '\"tab\\there\"'",
        "sku, 42",
        "name, null",
        "name, '\"\"'",
        "name, 17",
        "price, null",
        "price, -0.01",
        "price, '\"12.50\"'",
        "price, 12.345",
        "price, 1000000000.01",
        "price, true",
        "currency, null",
        "currency, '\"XQZ\"'",
        "currency, '\"eur\"'",
        "inventory, -1",
        "inventory, 1.5",
        "inventory, '\"7\"'",
        "inventory, 99999999999",
        "lowStockThreshold, -1",
        "description, '[]'",
      })
  void aFieldThatBreaksItsRulesIsNamed(String field, String json) {
    assertInvalid(shop.admin().post("/products", productWith(field, json)), "/" + field);
  }

  @ParameterizedTest
  @CsvSource({"sku, 65", "name, 201", "description, 4001"})
  void aTextThatIsTooLongIsNamed(String field, int length) {
    var text = '"' + "x".repeat(length) + '"';
    assertInvalid(shop.admin().post("/products", productWith(field, text)), "/" + field);
  }

  @Test
  void theLargestValuesAreTaken() {
    accepted(shop.admin().post("/products", productWith("price", "1000000000")), 201)
        .then()
        .body("price", amount("1000000000"));
    accepted(
        shop.admin().post("/products", productWith("description", '"' + "d".repeat(4000) + '"')),
        201);
    var sku = (UUID.randomUUID() + "-".repeat(64)).substring(0, 64);
    accepted(shop.admin().post("/products", productWith("sku", '"' + sku + '"')), 201);
  }

  @ParameterizedTest
  @CsvSource({"JPY, 150, 201", "JPY, 150.5, 400", "BHD, 1.234, 201", "BHD, 1.2345, 400"})
  void aPriceHasTheDecimalsOfItsCurrency(String currency, String price, int status) {
    var body =
        "{\"sku\":\"%s\",\"name\":\"n\",\"price\":%s,\"currency\":\"%s\"}"
            .formatted(Shop.uniqueSku(), price, currency);
    var answer = shop.admin().post("/products", body);
    if (status == 400) {
      assertInvalid(answer, "/price");
    } else {
      accepted(answer, status).then().body("price", amount(price));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name, 5",
    "price, -1",
    "price, 1.001",
    "inventory, -1",
    "inventory, 0.5",
    "lowStockThreshold, -2",
    "nickname, 1"
  })
  void aChangeIsCheckedAsCarefullyAsACreation(String field, String json) {
    var product = shop.newProduct("1.00", 1);
    assertInvalid(
        shop.admin().put("/products/" + product.id(), "{\"%s\":%s}".formatted(field, json)),
        "/" + field);
  }

  private static String productWith(String field, String json) {
    var fields =
        new LinkedHashMap<>(
            Map.of(
                "sku", '"' + Shop.uniqueSku() + '"',
                "name", "\"Lamp\"",
                "price", "12.50",
                "currency", "\"EUR\""));
    fields.put(field, json);
    return fields.entrySet().stream()
        .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
