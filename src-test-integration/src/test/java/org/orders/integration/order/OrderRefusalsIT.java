package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class OrderRefusalsIT {

  private final Shop shop;

  OrderRefusalsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void allShortLinesAndOnlyThoseAreNamedAndNothingIsTaken() {
    var ada = shop.newCustomer();
    var plenty = shop.newProduct("1.00", 50);
    var few = shop.newProduct("1.00", 2);
    var none = shop.newProduct("1.00", 0);
    var refusal =
        assertProblem(
            ada.post("/orders", Shop.basket(few.times(3), plenty.times(5), none.times(1))),
            409,
            "insufficient-stock");
    assertThat(refusal.<List<Map<String, Object>>>path("shortages"))
        .containsExactlyInAnyOrder(
            Map.of("productId", few.id(), "requested", 3, "available", 2),
            Map.of("productId", none.id(), "requested", 1, "available", 0));
    for (var product : List.of(plenty, few, none)) {
      assertThat(shop.reserved(product)).isZero();
    }
    assertThat(shop.inventory(plenty)).isEqualTo(50);
  }

  @Test
  void mergedLinesAreShortTogether() {
    var few = shop.newProduct("1.00", 3);
    var refusal =
        assertProblem(
            shop.newCustomer().post("/orders", Shop.basket(few.times(2), few.times(2))),
            409,
            "insufficient-stock");
    assertThat(refusal.<List<Map<String, Object>>>path("shortages"))
        .containsExactly(Map.of("productId", few.id(), "requested", 4, "available", 3));
  }

  @Test
  void aProductThatDoesNotExistOrIsGoneIsRefused() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 3);
    var ghost = Map.<String, Object>of("productId", UUID.randomUUID().toString(), "quantity", 1);
    assertProblem(ada.post("/orders", Shop.basket(lamp.times(1), ghost)), 422, "unknown-product");
    shop.admin().delete("/products/" + lamp.id());
    assertProblem(ada.post("/orders", Shop.basket(lamp.times(1))), 409, "product-discontinued");
  }

  @Test
  void anOrderHasOneCurrency() {
    var euros = shop.newProduct("1.00", "EUR", 3);
    var dollars = shop.newProduct("1.00", "USD", 3);
    assertProblem(
        shop.newCustomer().post("/orders", Shop.basket(euros.times(1), dollars.times(1))),
        422,
        "mixed-currencies");
    assertThat(shop.reserved(euros)).isZero();
  }

  @Test
  void aTotalOtherThanExpectedIsNotCharged() {
    var lamp = shop.newProduct("12.50", 10);
    var body = Shop.basket(lamp.times(2));
    body.put("expectedTotal", 24.99);
    assertProblem(shop.newCustomer().post("/orders", body), 409, "price-changed")
        .then()
        .body("totalAmount", amount("25.00"));
    assertThat(shop.reserved(lamp)).isZero();
  }

  @Test
  void aCustomerThatIsUnknownOrForeignIsRefused() {
    var lamp = shop.newProduct("1.00", 3);
    var body = Shop.basket(lamp.times(1));
    body.put("customerId", UUID.randomUUID().toString());
    assertProblem(shop.admin().post("/orders", body), 422, "unknown-customer");
    assertProblem(shop.service().post("/orders", body), 422, "unknown-customer");
    var ada = shop.newCustomer();
    assertProblem(ada.post("/orders", body), 422, "unknown-customer");
    body.put("customerId", shop.newCustomerWithoutLogin());
    assertProblem(ada.post("/orders", body), 422, "unknown-customer");
  }

  @Test
  void thoseWhoOrderForOthersSayForWhom() {
    var body = Shop.basket(shop.newProduct("1.00", 3).times(1));
    assertInvalid(shop.admin().post("/orders", body), "/customerId");
    assertInvalid(shop.service().post("/orders", body), "/customerId");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{}                                                              | /items",
        "{'items':[]}                                                    | /items",
        "{'items':null}                                                  | /items",
        "{'items':{}}                                                    | /items",
        "{'items':[{'productId':'ID'}]}                                  | /items/0/quantity",
        "{'items':[{'quantity':1}]}                                      | /items/0/productId",
        "{'items':[{'productId':'ID','quantity':0}]}                     | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':-1}]}                    | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':1.5}]}                   | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':'1'}]}                   | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':1000001}]}               | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':99999999999}]}           | /items/0/quantity",
        "{'items':[{'productId':'ID','quantity':1},{'productId':'nope','quantity':1}]} | /items/1/productId",
        "{'items':[{'productId':'ID','quantity':1,'price':0}]}           | /items/0/price",
        "{'items':[{'productId':'ID','quantity':1}],'discount':5}        | /discount",
        "{'items':[{'productId':'ID','quantity':1}],'expectedTotal':'5'} | /expectedTotal",
        "{'items':[{'productId':'ID','quantity':1}],'expectedTotal':-1}  | /expectedTotal",
        "{'items':[{'productId':'ID','quantity':1}],'customerId':'nope'} | /customerId",
        "{'items':[{'productId':'ID','quantity':1}],'reference':7}       | /reference",
        "{'items':[{'productId':'ID','quantity':1}],'shippingAddress':{'line1':'a','city':'b','postalCode':'c','country':'ZZ'}} | /shippingAddress/country",
        "{'items':[{'productId':'ID','quantity':1}],'contact':{'name':'n','email':'x','phone':'+4912345678'}} | /contact/email",
        "{'productId':'ID'}                                              | /quantity",
        "{'productId':'ID','quantity':'2'}                               | /quantity",
      })
  void whatIsWrongWithABodyIsNamedByItsPlace(String body, String pointer) {
    var lamp = shop.newProduct("1.00", 3);
    var json = body.replace('\'', '"').replace("ID", lamp.id());
    assertInvalid(shop.newCustomer().post("/orders", json), pointer);
    assertThat(shop.reserved(lamp)).isZero();
  }

  @Test
  void bothFormsAtOnceAreRefused() {
    var lamp = shop.newProduct("1.00", 3);
    var body = Shop.basket(lamp.times(1));
    body.put("productId", lamp.id());
    body.put("quantity", 1);
    assertProblem(shop.newCustomer().post("/orders", body), 400, "validation-failed");
  }

  @Test
  void moreThanTwoThousandLinesAreRefused() {
    var lines = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 2001; i++) {
      lines.add(Map.of("productId", UUID.randomUUID().toString(), "quantity", 1));
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("items", lines);
    assertInvalid(shop.newCustomer().post("/orders", body), "/items");
  }

  @Test
  void anInactiveCustomerOrdersNothing() {
    var customer = shop.newCustomerWithoutLogin();
    shop.admin().delete("/customers/" + customer);
    var body = Shop.basket(shop.newProduct("1.00", 3).times(1));
    body.put("customerId", customer);
    assertProblem(shop.service().post("/orders", body), 409, "customer-inactive")
        .then()
        .body("status", equalTo(409));
  }
}
