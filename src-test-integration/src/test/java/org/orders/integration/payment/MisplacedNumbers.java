package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.SignedInCustomer;

/** Sends a text with a card's number in each field that takes text, none of which may keep it. */
final class MisplacedNumbers {

  private static final String REFUSAL = "must not hold a card number";

  private final Shop shop;
  private final String text;
  private final List<String> answers;
  private final SignedInCustomer ada;
  private final Product product;
  private final String order;

  MisplacedNumbers(Shop shop, String text, List<String> answers) {
    this.shop = shop;
    this.text = text;
    this.answers = answers;
    this.ada = shop.newCustomer();
    this.product = shop.newProduct("12.50", 9);
    this.order = ada.placesOrder(product, 1);
  }

  void sendEverywhere() {
    sendInKeysAndQueries();
    sendInOrders();
    sendInPersons();
    sendInProducts();
    sendInPayments();
  }

  private void sendInKeysAndQueries() {
    var basket = Shop.basket(product.times(1));
    refused("/header/Idempotency-Key", ada.withKey(text).post("/orders", basket));
    refused("/query/query", ada.get("/products?limit=1&query=" + text.replace(" ", "%20")));
  }

  private void sendInOrders() {
    Caller admin = shop.admin();
    var basket = Shop.basket(product.times(1));
    basket.put("reference", text);
    refused("/reference", ada.post("/orders", basket));
    refused("/reason", ada.post("/orders/" + order + "/cancel", Map.of("reason", text)));
    for (String field : List.of("note", "reason")) {
      refused(
          "/" + field, admin.put("/admin/orders/" + order, Map.of("onHold", true, field, text)));
    }
    var bulk = Map.of("action", "cancel", "ids", List.of(order), "reason", text);
    refused("/reason", admin.post("/admin/orders/bulk", bulk));
    refused("/reason", admin.put("/orders/" + order + "/fulfillment", Map.of("reason", text)));
    refused("/service", admin.put("/orders/" + order + "/fulfillment", Map.of("service", text)));
    var item = Map.of("itemId", UUID.randomUUID(), "quantity", 1);
    var back = Map.of("items", List.of(item), "reason", text);
    refused("/reason", ada.post("/orders/" + order + "/returns", back));
    refusedTrackingNumber();
  }

  /** A parcel's number is searched as a whole alone. */
  private void refusedTrackingNumber() {
    String number = text.replaceAll("[^0-9]", "");
    refused(
        "/trackingNumber",
        shop.admin()
            .put("/admin/orders/" + order, Map.of("status", "SHIPPED", "trackingNumber", number)));
  }

  private void sendInPersons() {
    refusedPerson("name");
    for (String field : List.of("line1", "line2", "city", "region")) {
      var person = Shop.person(Shop.uniqueEmail());
      person.put("address", addressWith(field, text));
      refused("/address/" + field, shop.anyone().post("/customers", person));
      var order =
          new LinkedHashMap<>(Map.<String, Object>of("shippingAddress", addressWith(field, text)));
      refused("/shippingAddress/" + field, shop.admin().put("/admin/orders/" + this.order, order));
    }
    var person = Shop.person(Shop.uniqueEmail());
    person.put("address", addressWith("postalCode", text.replaceAll("[^0-9]", "")));
    refused("/address/postalCode", shop.anyone().post("/customers", person));
    var guest = Shop.guestBasket(product.times(1));
    person = Shop.person(Shop.uniqueEmail());
    person.put("name", text);
    guest.put("customer", person);
    refused("/customer/name", shop.anyone().post("/orders", guest));
  }

  private void refusedPerson(String field) {
    var person = Shop.person(Shop.uniqueEmail());
    person.put(field, text);
    refused("/" + field, shop.anyone().post("/customers", person));
  }

  private static Map<String, Object> addressWith(String field, String value) {
    var address = Shop.address("12 St James's Square");
    address.put(field, value);
    return address;
  }

  private void sendInProducts() {
    Caller admin = shop.admin();
    for (String field : List.of("sku", "name", "description")) {
      var wish =
          new LinkedHashMap<String, Object>(
              Map.of("sku", Shop.uniqueSku(), "name", "Tea", "price", 1, "currency", "EUR"));
      wish.put(field, text);
      refused("/" + field, admin.post("/products", wish));
      String line =
          "EUR,1,%s,%s,%s\n".formatted(wish.get("sku"), wish.get("name"), wish.get("description"));
      answers.add(
          said(
              accepted(
                  admin
                      .with("Content-Type", "text/csv")
                      .post(
                          "/admin/inventory/import",
                          "currency,price,sku,name,description\n" + line),
                  200)));
      assertThat(answers.getLast()).contains(field + ": " + REFUSAL);
    }
    for (String field : List.of("name", "description")) {
      refused("/" + field, admin.put("/products/" + product.id(), Map.of(field, text)));
    }
    refused(
        "/reason",
        admin.put("/products/" + product.id() + "/inventory", Map.of("change", 1, "reason", text)));
  }

  private void sendInPayments() {
    String token = "tok_" + text.replaceAll("[^0-9]", "");
    var method = Map.of("type", "token", "token", token);
    refused("/method/token", ada.post("/payments", Map.of("orderId", order, "method", method)));
    refused(
        "/reason",
        shop.admin().post("/payments/" + UUID.randomUUID() + "/refunds", Map.of("reason", text)));
  }

  private void refused(String field, Response response) {
    String answer = assertProblem(response, 400, "validation-failed").asString();
    assertThat(answer).contains("\"" + field + "\"", REFUSAL);
    answers.add(said(response));
  }

  private static String said(Response response) {
    return response.headers() + "\n" + response.asString();
  }
}
