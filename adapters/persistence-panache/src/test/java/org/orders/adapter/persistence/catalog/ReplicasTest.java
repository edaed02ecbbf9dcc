package org.orders.adapter.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.inventory.KnownStock;
import org.orders.adapter.persistence.inventory.StockStatement;
import org.orders.adapter.persistence.shared.Announcements;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.adapter.persistence.shared.Wire;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.shared.Money;

/** What two replicas over one database show of products while others write. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class ReplicasTest {

  /** How far behind others a replica may be. */
  private static final Duration BEHIND = Duration.ofSeconds(1);

  private static final Duration RACE = Duration.ofSeconds(3);

  @Inject PostgresPersistence kept;
  @Inject Database database;
  Wire wire;

  @Inject
  @CacheName("test-products-1")
  Cache products1;

  @Inject
  @CacheName("test-pages-1")
  Cache pages1;

  @Inject
  @CacheName("test-stock-1")
  Cache stock1;

  @Inject
  @CacheName("test-products-2")
  Cache products2;

  @Inject
  @CacheName("test-pages-2")
  Cache pages2;

  @Inject
  @CacheName("test-stock-2")
  Cache stock2;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  private Shop shop;
  private Replica here;
  private Replica there;

  private final class Replica {

    final Announcements announcements =
        new Announcements(Optional.of(url), Optional.of("postgres"), Optional.of("postgres"));
    final KnownProducts known;
    final KnownStock stock;
    final PostgresProductQueries queries;
    final PanacheProductRepository products;

    Replica(Cache productCache, Cache pageCache, Cache stockCache) {
      known = new KnownProducts(productCache, pageCache, announcements);
      stock = new KnownStock(stockCache, Duration.ofMillis(500));
      queries = new PostgresProductQueries(database, known, stock);
      products = new PanacheProductRepository(database, known, stock);
    }

    ProductView shown(ProductId id) {
      return queries.recall(id).orElseThrow();
    }

    Product reprice(ProductId id, long price) {
      return kept.work()
          .run(
              () -> {
                Product present = products.lock(id).orElseThrow();
                products.save(present.change(toPrice(price), Shop.NOW));
                return present;
              });
    }

    void deliver(ProductId id) {
      StockChange one = StockChange.adjust(id, 1);
      kept.work()
          .run(
              () -> {
                stock.forgetAfter(database, StockStatement.of(List.of(one)));
                kept.stock().apply(List.of(one), Shop.cause("delivery"));
              });
    }
  }

  @BeforeEach
  void startReplicas() {
    shop = new Shop(kept);
    here = new Replica(products1, pages1, stock1);
    there = new Replica(products2, pages2, stock2);
    await(() -> here.known.areTrusted() && there.known.areTrusted());
  }

  @AfterEach
  void endReplicas() {
    wire.mend();
    here.announcements.end();
    there.announcements.end();
  }

  @Test
  void whatIsShownAgainIsNotReadAgain() {
    ProductId id = shop.product(3).id();
    PageRequest page = new PageRequest(5, null, false);
    ProductFilter newest = new ProductFilter(null, false);
    // That the product is new is heard once more from the database.
    within(
        BEHIND,
        () -> {
          here.shown(id);
          here.queries.recall(newest, page);
          wire.roundTrips();
          here.shown(id);
          here.queries.recall(newest, page);
          return wire.roundTrips().isEmpty();
        });
  }

  @Test
  void theReplicaThatWroteShowsItAtOnceAndOthersWithinASecond() {
    Product product = shop.product(3);
    ProductFilter found = new ProductFilter(product.sku().value(), false);
    PageRequest page = new PageRequest(5, null, false);
    for (Replica replica : List.of(here, there)) {
      assertThat(replica.shown(product.id()).product().price().minorUnits()).isEqualTo(1_250);
      assertThat(replica.queries.recall(found, page).items()).hasSize(1);
    }

    here.reprice(product.id(), 99);
    here.deliver(product.id());

    assertThat(here.shown(product.id()).product().price().minorUnits()).isEqualTo(99);
    assertThat(here.shown(product.id()).stock().available()).isEqualTo(4);
    assertThat(here.queries.recall(found, page).items()).containsExactly(here.shown(product.id()));
    within(BEHIND, () -> there.shown(product.id()).equals(here.shown(product.id())));

    kept.work()
        .run(
            () ->
                here.products.save(
                    here.products.lock(product.id()).orElseThrow().discontinue(Shop.NOW)));

    assertThat(here.queries.recall(found, page).items()).isEmpty();
    within(BEHIND, () -> there.queries.recall(found, page).items().isEmpty());
  }

  @Test
  void aNewNameIsFoundByAReplicaThatSearchedForItBefore() {
    Product product = shop.product(3);
    String name = "Renamed" + Shop.newId();
    ProductFilter found = new ProductFilter(name, false);
    PageRequest page = new PageRequest(5, null, false);
    assertThat(there.queries.recall(found, page).items()).isEmpty();

    database.run(
        sql ->
            sql.update(
                "UPDATE product SET name = ?, revision = revision + 1 WHERE id = ?",
                name,
                product.id().value()));

    within(BEHIND, () -> there.queries.recall(found, page).items().size() == 1);
  }

  @Test
  void whoeverHearsNothingBelievesNothing() {
    ProductId id = shop.product(3).id();
    there.shown(id);
    endListening();
    await(() -> !there.announcements.areUpToDate());

    silently(id, 77);

    assertThat(there.shown(id).product().price().minorUnits()).isEqualTo(77);
    await(() -> there.known.areTrusted());
    assertThat(there.shown(id).product().price().minorUnits()).isEqualTo(77);
  }

  @Test
  void aConnectionThatIsSilentlyGoneIsNotBelievedForASecond() {
    wire.block();
    within(BEHIND, () -> !there.announcements.areUpToDate());
    wire.mend();
    await(() -> there.known.areTrusted());
  }

  @Test
  void aReadingThatRacedAWriteIsNotKept() {
    ProductId id = shop.product(3).id();
    KnownProducts.Look look = here.known.look(List.of(id));
    Product old = here.queries.find(id).orElseThrow().product();
    KnownStock.Look stockLook = here.stock.look(List.of(id));
    var oldStock = here.queries.find(id).orElseThrow().stock();
    KnownProducts.PageLook pageLook =
        here.known.look(new ProductFilter("race", false), new PageRequest(1, null, false));

    here.reprice(id, 42);
    here.deliver(id);
    look.learn(old);
    stockLook.learn(oldStock);
    pageLook.learn(new org.orders.application.shared.Page<>(List.of(old), null, null));

    assertThat(here.shown(id).product().price().minorUnits()).isEqualTo(42);
    assertThat(here.shown(id).stock().available()).isEqualTo(4);
    assertThat(
            here.known
                .look(new ProductFilter("race", false), new PageRequest(1, null, false))
                .found())
        .isNull();
  }

  @Test
  void noReaderEverSeesWhatWasReplacedTooLongAgo() throws Exception {
    List<ProductId> ids = new ArrayList<>();
    shop.products(3, 1).forEach(product -> ids.add(product.id()));
    Map<ProductId, NavigableMap<Long, Long>> prices = times(ids);
    Map<ProductId, NavigableMap<Long, Long>> pieces = times(ids);
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + RACE.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (ProductId id : ids) {
      threads.add(
          running(
              end,
              () -> {
                long price = here.shown(id).product().price().minorUnits() + 1;
                here.reprice(id, price);
                prices.get(id).put(System.nanoTime(), price);
                pause(8);
              }));
      threads.add(
          running(
              end,
              () -> {
                here.deliver(id);
                long now = here.queries.find(id).orElseThrow().stock().available();
                pieces.get(id).put(System.nanoTime(), now);
                pause(5);
              }));
      for (int reader = 0; reader < 3; reader++) {
        threads.add(
            running(end, () -> look("here", here, id, Duration.ZERO, prices, pieces, wrong)));
        threads.add(running(end, () -> look("there", there, id, BEHIND, prices, pieces, wrong)));
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(prices.get(ids.getFirst())).hasSizeGreaterThan(5);
  }

  private static void look(
      String place,
      Replica replica,
      ProductId id,
      Duration behind,
      Map<ProductId, NavigableMap<Long, Long>> prices,
      Map<ProductId, NavigableMap<Long, Long>> pieces,
      Queue<String> wrong) {
    pause(1);
    long since = System.nanoTime() - behind.toNanos();
    var price = prices.get(id).floorEntry(since);
    var stock = pieces.get(id).floorEntry(since);
    ProductView shown =
        ThreadLocalRandom.current().nextBoolean()
            ? replica.shown(id)
            : replica
                .queries
                .recall(new ProductFilter(null, false), new PageRequest(100, null, false))
                .items()
                .stream()
                .filter(view -> view.product().id().equals(id))
                .findFirst()
                .orElseThrow();
    check(place + " price", price, shown, view -> view.product().price().minorUnits(), wrong);
    check(place + " stock", stock, shown, view -> view.stock().available(), wrong);
  }

  private static void check(
      String what,
      Map.Entry<Long, Long> least,
      ProductView shown,
      ToLongFunction<ProductView> value,
      Queue<String> wrong) {
    if (least != null && value.applyAsLong(shown) < least.getValue()) {
      wrong.add(what + ": " + value.applyAsLong(shown) + " after " + least.getValue());
    }
  }

  private static Map<ProductId, NavigableMap<Long, Long>> times(List<ProductId> ids) {
    Map<ProductId, NavigableMap<Long, Long>> times = new java.util.HashMap<>();
    ids.forEach(id -> times.put(id, new ConcurrentSkipListMap<>()));
    return times;
  }

  private static Thread running(long end, Runnable step) {
    return Thread.ofVirtual()
        .start(
            () -> {
              while (System.nanoTime() - end < 0) {
                step.run();
              }
            });
  }

  /** Changes the price while nobody announces anything. */
  private void silently(ProductId id, long price) {
    database.run(
        sql -> {
          sql.update("ALTER TABLE product DISABLE TRIGGER product_changed");
          sql.update(
              "UPDATE product SET price_minor = ?, revision = revision + 1 WHERE id = ?",
              price,
              id.value());
          return sql.update("ALTER TABLE product ENABLE TRIGGER product_changed");
        });
  }

  private void endListening() {
    database.run(
        sql ->
            sql.query(
                "SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity"
                    + " WHERE application_name = 'orders-listen'",
                row -> row.flag("done")));
  }

  private static ProductChange toPrice(long price) {
    return new ProductChange(
        Optional.<ProductName>empty(),
        Optional.empty(),
        Optional.of(new Money(price, Shop.EUR)),
        Optional.empty());
  }

  private static void within(Duration time, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("too late").isNegative();
      pause(5);
    }
  }

  private static void await(BooleanSupplier condition) {
    within(Duration.ofSeconds(15), condition);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
