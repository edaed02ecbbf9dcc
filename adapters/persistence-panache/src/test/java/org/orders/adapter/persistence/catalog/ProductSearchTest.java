package org.orders.adapter.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductOrder;
import org.orders.application.catalog.ProductOrder.By;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Money;

/** What is found, in which order, and page by page. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class ProductSearchTest {

  @Inject PostgresPersistence kept;
  @Inject Database database;

  /** A word that only the products of one test have, of letters alone. */
  private static String word() {
    StringBuilder word = new StringBuilder("q");
    for (char digit : Long.toString(Shop.newId().getMostSignificantBits() >>> 16).toCharArray()) {
      word.append((char) ('b' + (digit - '0')));
    }
    return word.toString();
  }

  private Product add(String sku, String name, String description, String price, long pieces) {
    Money money = Money.of("price", new BigDecimal(price), Shop.EUR);
    return add(sku, name, description, money, pieces);
  }

  private Product add(String sku, String name, String description, Money price, long pieces) {
    Product product =
        Product.create(
            new ProductId(Shop.newId()),
            new Sku(sku),
            new ProductName(name),
            description,
            price,
            0,
            Shop.NOW);
    kept.work()
        .run(
            () ->
                kept.products()
                    .add(product, StockChange.adjust(product.id(), pieces), Shop.cause("opening")));
    return product;
  }

  private Product add(String name, String description) {
    return add("S-" + Shop.newId(), name, description, "1.00", 1);
  }

  private List<String> found(String query) {
    return names(new ProductFilter(query, false), 200);
  }

  /** The names of all that is found, page by page. */
  private List<String> names(ProductFilter filter, int limit) {
    return all(filter, limit).stream().map(view -> view.product().name().value()).toList();
  }

  private List<ProductView> all(ProductFilter filter, int limit) {
    List<ProductView> all = new ArrayList<>();
    Position after = null;
    do {
      Page<ProductView> page =
          kept.productQueries().list(filter, new PageRequest(limit, after, after == null));
      assertThat(page.items().isEmpty() && after != null)
          .as("an empty page that is not the first")
          .isFalse();
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 200})
  void theBestComeFirstAndEqualsNewestFirst(int limit) {
    String word = word();
    add("Large chest " + word + "s", "");
    add("Chest", "of drawers, for a " + word);
    add("Shelf", word + " and others");
    add("A " + word + " of old", "");
    add("A " + word + " of new", "");
    add("The un" + word, "");
    add(word, "Z", "the sku itself", "1.00", 1);
    add(word.toUpperCase(java.util.Locale.ROOT), "");

    assertThat(names(new ProductFilter(word, false), limit))
        .containsExactly(
            "Z",
            word.toUpperCase(java.util.Locale.ROOT),
            "A " + word + " of new",
            "A " + word + " of old",
            "Large chest " + word + "s",
            "Shelf",
            "Chest",
            "The un" + word);
    assertThat(
            kept.productQueries()
                .list(new ProductFilter(word, false), new PageRequest(1, null, true))
                .total())
        .isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "candel, candle",
    "cnadle, candle",
    "candles, candle",
    "kandle, candle",
    "hodler, holder",
    "vintge, vintage",
    "cafe, Café",
    "CAFÉ, café",
    "Ubergrosse, Übergröße",
    "กาแฟ, กาแฟคั่ว",
    "คั่ว, กาแฟคั่ว",
    "京都, 東京都",
    "Москва, МОСКВА",
    "t-shirt, T-Shirt",
    "shirt, T-Shirt",
  })
  void itIsFoundAsItWasMeant(String typed, String name) {
    String word = word();
    add(name + " " + word, "");
    String query = name.equals("Übergröße") ? "Ubergroße " + word : typed + " " + word;

    assertThat(found(query)).containsExactly(name + " " + word);
  }

  @Test
  void aMisspeltNameThatWasCorrectedIsForgotten() {
    String word = word();
    Product product = add("Wax " + word + "ne", "");

    change(product, "Wax " + word + "en");

    assertThat(found(word + "ne")).containsExactly("Wax " + word + "en");
    ProductOrder byName = new ProductOrder(By.NAME, false);
    assertThat(names(new ProductFilter(word + "ne", false, byName), 50))
        .containsExactly("Wax " + word + "en");
  }

  @Test
  void whatIsNoLongerSoldIsNotMeant() {
    String word = word();
    Product gone = add("Wax " + word + "abc", "");
    Product renamed = add("Wax " + word + "abd", "");
    add("Wax " + word + "axy", "");

    kept.work().run(() -> kept.products().save(find(gone).discontinue(Shop.NOW)));
    change(renamed, "Wax");

    assertThat(found(word + "abc")).as("typed as it was").containsExactly("Wax " + word + "axy");
    assertThat(found(word + "abe")).as("nobody is closer").containsExactly("Wax " + word + "axy");
  }

  @Test
  void someMisspeltWordsAreUnderstoodAndAnyNumberIsBorne() {
    String word = word();
    add("Candle holder vintage metal " + word, "");

    assertThat(found("candel hodler vintgae meatl " + word)).hasSize(1);
    assertThat(found("candel hodler vintgae meatl " + word + " qwxz".repeat(40))).isEmpty();
  }

  private Product find(Product product) {
    return kept.products().find(product.id()).orElseThrow();
  }

  private void change(Product product, String name) {
    kept.work()
        .run(
            () ->
                kept.products()
                    .save(
                        find(product)
                            .change(
                                new ProductChange(
                                    Optional.of(new ProductName(name)),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                                Shop.NOW)));
  }

  @Test
  void allWordsMustBeThereInAnyOrder() {
    String word = word();
    add("Red metal sign " + word, "");
    add("Red sign " + word, "");

    assertThat(found(word + " metal red")).containsExactly("Red metal sign " + word);
    assertThat(found("blue " + word)).isEmpty();
  }

  @Test
  void numbersAreNotCorrected() {
    String word = word();
    add("Lamp 12345 " + word, "");

    assertThat(found("12346 " + word)).isEmpty();
    assertThat(found("12345 " + word)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "_", "*", "' OR 1=1--", "\\", "&", "|", "!x", ":*", "<->", "\u00a0'"})
  void whatIsTypedIsTextAndNoPattern(String sign) {
    String word = word();
    add("Lamp " + word, "");

    // What separates words anyway may stand anywhere; what does not is looked for.
    boolean separates = Set.of("&", ":*").contains(sign) && !sign.contains("*") || sign.isBlank();
    List<String> found = found(word + sign);
    if (!separates && !sign.equals("\u00a0'")) {
      assertThat(found).isEmpty();
    }
    assertThat(found(sign + " " + sign)).doesNotContain("Lamp " + word);
  }

  @Test
  void aSignIsFoundWhereItStands() {
    String word = word();
    add("Cotton 100% " + word, "");
    add("Cotton 1000 " + word, "");

    assertThat(found("100% " + word)).containsExactly("Cotton 100% " + word);
  }

  @Test
  void longAndStrangeTextsAreFoundToBeNothing() {
    assertThat(found("ﷺ".repeat(200))).isEmpty();
    assertThat(found("x ".repeat(100) + word())).isEmpty();
    assertThat(found("😀 " + word())).isEmpty();
    add("ﷺ".repeat(200), "ﷺ".repeat(4_000));
    assertThat(found("ﷺ".repeat(66))).isNotEmpty();
    assertThat(found("   ")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aListIsSortedWithoutLosingAny(By by) {
    String word = word();
    String[] names = {"éclair", "Apple", "banana", "Éclair", "apple", "Zebra", "banana"};
    for (int index = 0; index < names.length; index++) {
      add("S-" + Shop.newId(), names[index], word, (index % 3) + ".50", index % 2);
    }
    Comparator<ProductView> order =
        switch (by) {
          case NAME ->
              Comparator.comparing(
                  view ->
                      view.product()
                          .name()
                          .value()
                          .toLowerCase(java.util.Locale.ROOT)
                          .replace("é", "e"));
          case PRICE -> Comparator.comparing(view -> view.product().price().amount());
          case INVENTORY -> Comparator.comparing(view -> view.stock().available());
        };
    order = order.thenComparing(view -> view.product().id().value().toString());
    for (int limit : new int[] {1, 2, 3, 200}) {
      for (boolean descending : new boolean[] {false, true}) {
        ProductFilter filter = new ProductFilter(word, false, new ProductOrder(by, descending));
        List<ProductView> found = all(filter, limit);
        assertThat(found).hasSize(names.length);
        assertThat(found).isSortedAccordingTo(descending ? order.reversed() : order);
      }
    }
  }

  @Test
  void theWholeListIsSortedByStockWithoutLosingAny() {
    for (int pieces = 0; pieces < 30; pieces++) {
      add("S-" + Shop.newId(), "N", "", "1.00", 1_000_000 + pieces % 4);
    }
    List<ProductView> found =
        all(new ProductFilter(null, false, new ProductOrder(By.INVENTORY, true)), 200);

    assertThat(found).extracting(view -> view.product().id()).doesNotHaveDuplicates();
    assertThat(found)
        .isSortedAccordingTo(
            Comparator.<ProductView, Long>comparing(view -> view.stock().available()).reversed());
    assertThat((long) found.size())
        .isEqualTo(
            database.run(
                sql ->
                    sql.queryRow(
                        "SELECT count(*) AS n FROM product WHERE status = 'ACTIVE'",
                        row -> row.number("n"))));
  }

  @Test
  void pricesAreSortedAsNumbersWhateverTheCurrency() {
    String word = word();
    add("S-" + Shop.newId(), "yen", word, new Money(5, Currency.getInstance("JPY")), 1);
    add("S-" + Shop.newId(), "dinar", word, new Money(4_500, Currency.getInstance("KWD")), 1);
    add("S-" + Shop.newId(), "euro", word, new Money(475, Shop.EUR), 1);

    assertThat(names(new ProductFilter(word, false, new ProductOrder(By.PRICE, false)), 2))
        .containsExactly("dinar", "euro", "yen");
  }

  @Test
  void theDatabaseKnowsTheDecimalsOfAllCurrencies() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      int digits = currency.getDefaultFractionDigits();
      if (digits >= 0) {
        BigDecimal units =
            database.run(
                sql ->
                    sql.queryRow(
                        "SELECT currency_units(?)::text AS units",
                        row -> new BigDecimal(row.text("units")),
                        currency.getCurrencyCode()));
        assertThat(units).as(currency.toString()).isEqualByComparingTo(BigDecimal.TEN.pow(digits));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9:", "x", "7:", "2:nonsense", "1.2:3", "::"})
  void aPlaceThatNoListOfOursWroteIsRefused(String place) {
    PageRequest page = new PageRequest(1, new Position(place), false);
    for (ProductOrder order :
        new ProductOrder[] {
          null, new ProductOrder(By.NAME, false), new ProductOrder(By.INVENTORY, false)
        }) {
      assertThatThrownBy(
              () -> kept.productQueries().list(new ProductFilter("word", false, order), page))
          .isInstanceOf(InvalidValue.class);
    }
  }
}
