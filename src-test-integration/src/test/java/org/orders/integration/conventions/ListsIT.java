package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ListsIT {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

  private final Shop shop;

  ListsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aListIsReadPageByPageNewestFirst() {
    var word = word();
    var ids = products(word, 5);
    var seen = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    @Nullable String cursor = null;
    do {
      var path = "/products?limit=2&query=" + word + (cursor == null ? "" : "&cursor=" + cursor);
      var page = accepted(shop.anyone().get(path), 200);
      List<String> items = page.path("items.id");
      seen.addAll(items);
      sizes.add(items.size());
      cursor = page.path("nextCursor");
      if (cursor == null) {
        assertThat(page.header("Link")).isNull();
      } else {
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(page.header("Link")).contains(cursor).contains("rel=\"next\"");
      }
    } while (cursor != null);
    assertThat(seen).containsExactlyElementsOf(ids.reversed());
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void theLinkLeadsToTheNextPage() {
    var word = word();
    var ids = products(word, 3);
    var first = accepted(shop.anyone().get("/products?limit=2&query=" + word), 200);
    var link = NEXT.matcher(first.header("Link"));
    assertThat(link.find()).as(first.header("Link")).isTrue();
    var next = link.group(1).replaceFirst("^https?://[^/]+", "");
    accepted(shop.anyone().get(next), 200)
        .then()
        .body("items.id", equalTo(List.of(ids.getFirst())))
        .body("nextCursor", nullValue());
  }

  @Test
  void whatComesInBetweenDoesNotShiftThePages() {
    var word = word();
    var ids = products(word, 4);
    var first = accepted(shop.anyone().get("/products?limit=2&query=" + word), 200);
    products(word, 2);
    accepted(
            shop.anyone()
                .get("/products?limit=2&query=" + word + "&cursor=" + first.path("nextCursor")),
            200)
        .then()
        .body("items.id", equalTo(List.of(ids.get(1), ids.get(0))));
  }

  @Test
  void anExactTotalIsCountedWhereItIsAskedFor() {
    var word = word();
    products(word, 3);
    accepted(shop.anyone().get("/products?limit=1&count=true&query=" + word), 200)
        .then()
        .body("total", equalTo(3))
        .body("items", hasSize(1));
    accepted(shop.anyone().get("/products?limit=1&query=" + word), 200)
        .then()
        .body("total", nullValue());
    var ada = shop.newCustomer();
    accepted(ada.get(ada.path() + "/orders?count=true"), 200).then().body("total", equalTo(0));
    accepted(shop.admin().get("/admin/orders?count=true&customerId=" + ada.id()), 200)
        .then()
        .body("total", equalTo(0));
  }

  @Test
  void aCursorBelongsToItsFilters() {
    var word = word();
    products(word, 3);
    String cursor =
        accepted(shop.anyone().get("/products?limit=1&query=" + word), 200).path("nextCursor");
    assertProblem(
        shop.anyone().get("/products?limit=1&query=other&cursor=" + cursor),
        400,
        "validation-failed");
    assertProblem(
        shop.admin().get("/admin/orders?limit=1&cursor=" + cursor), 400, "validation-failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=1.5",
        "limit=x",
        "limit=99999999999",
        "cursor=%00",
        "cursor=a+b",
        "cursor=AAAA",
        "count=maybe"
      })
  void whatIsOutOfRangeOrBrokenIsRefused(String query) {
    assertProblem(shop.anyone().get("/products?" + query), 400, "validation-failed");
    assertProblem(shop.admin().get("/admin/inventory?" + query), 400, "validation-failed");
    assertProblem(shop.admin().get("/admin/customers?" + query), 400, "validation-failed");
  }

  @Test
  void theLargestPageIsTwoHundredAndTheUsualFifty() {
    accepted(shop.admin().get("/admin/inventory?limit=200"), 200);
    List<Object> items = accepted(shop.admin().get("/admin/inventory"), 200).path("items");
    assertThat(items).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void aQueryIsTextAndNoPattern() {
    var word = word();
    products(word, 1);
    for (var query : List.of("%25", "_", "%27%20OR%201%3D1--", "%5C", "%2A")) {
      var found = accepted(shop.anyone().get("/products?query=" + word + query), 200);
      assertThat(found.<List<Object>>path("items")).as(query).isEmpty();
    }
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private List<String> products(String word, int count) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ids.add(shop.newProduct(Map.of("name", "Lamp " + word)).id());
    }
    return ids;
  }
}
