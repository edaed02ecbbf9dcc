package org.orders.integration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.StockBooks;

/**
 * Callers who place orders, change some and cancel some, one after the other until told to stop.
 * They remember what was acknowledged, and what they asked for without ever hearing back.
 */
final class OrderLoad implements AutoCloseable {

  /**
   * One request as its caller remembers it.
   *
   * @param key its idempotency key, which is the order's reference too
   * @param startedAt when it was sent, in nanoseconds
   * @param endedAt when the caller gave up or had the answer
   * @param answer null where the connection broke
   */
  record Attempt(
      String key, Map<String, Object> body, long startedAt, long endedAt, QuickAnswer answer) {

    boolean placed() {
      return answer != null && answer.status() == 201;
    }
  }

  private final List<Product> shelf;
  private final ExecutorService callers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<String, Boolean> cancelled = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<QuickAnswer> refusals = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  private OrderLoad(List<Product> shelf) {
    this.shelf = shelf;
  }

  /** Starts that many callers, who order for the customer from this shelf. */
  static OrderLoad start(Shop shop, int callers, String customer, List<Product> shelf) {
    var load = new OrderLoad(shelf);
    // Fetched before anything breaks: a caller keeps its token through the crash.
    var service = shop.bearer(shop.service().accessToken());
    for (int i = 0; i < callers; i++) {
      int number = i;
      load.callers.execute(() -> load.keepOrdering(service, customer, number));
    }
    return load;
  }

  private void keepOrdering(Caller service, String customer, int number) {
    for (int round = 0; !stopped; round++) {
      var first = shelf.get((number + round) % shelf.size());
      var second = shelf.get((number + round + 1 + round % 2) % shelf.size());
      var key = Shop.uniqueKey();
      var body = new HashMap<String, Object>();
      body.put("customerId", customer);
      body.put("reference", key);
      body.put("items", List.of(first.times(round % 3 + 1), second.times(1)));
      var attempt = attempt(service, key, body);
      attempts.add(attempt);
      if (attempt.answer() != null && !attempt.placed()) {
        refusals.add(attempt.answer());
      }
      if (attempt.placed() && round % 4 == 3) {
        cancel(service, attempt.answer().text("id"));
      }
      if (attempt.answer() == null) {
        Patience.shortly();
      }
    }
  }

  private static Attempt attempt(Caller service, String key, Map<String, Object> body) {
    long start = System.nanoTime();
    QuickAnswer answer = null;
    try {
      answer = service.withKey(key).tryQuickly("POST", "/orders", body);
    } catch (IOException e) {
      // The service is gone; whether it took the order is what the test finds out.
    }
    return new Attempt(key, body, start, System.nanoTime(), answer);
  }

  private void cancel(Caller service, String id) {
    try {
      var answer = service.tryQuickly("POST", "/orders/" + id + "/cancel", null);
      if (answer.status() == 200) {
        cancelled.put(id, true);
      } else {
        refusals.add(answer);
      }
    } catch (IOException e) {
      // As above.
    }
  }

  /** How many orders were acknowledged so far. */
  long placed() {
    return attempts.stream().filter(Attempt::placed).count();
  }

  /** Everything that was tried so far. */
  List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** A service that cannot serve for a while says just that, and nothing else went wrong. */
  void assertRefusedOnlyAsUnavailable() {
    assertThat(refusals)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
              assertThat(answer.problem()).isEqualTo("unavailable");
            });
  }

  /** A service that ends in good order tells of all that it does, even while callers press on. */
  void assertNothingUnplacedHappened(Shop shop) {
    var placed = new StockBooks(shop).orders().stream().map(one -> one.get("reference")).toList();
    assertThat(attempts.stream().filter(one -> !one.placed()).map(Attempt::key))
        .as("orders that were placed, and whose caller heard of a refusal or nothing")
        .doesNotContainAnyElementsOf(placed.stream().map(String::valueOf).toList());
  }

  /**
   * What must hold once the service is there again: every acknowledged order and cancellation is
   * there, every key still answers as it did, what got no answer can be asked for again without a
   * second effect, and stock, ledger and orders agree.
   */
  void assertNothingAcknowledgedIsLost(Shop shop) {
    var books = new StockBooks(shop);
    var known = new HashMap<String, Map<String, Object>>();
    for (var order : books.orders()) {
      known.put((String) order.get("id"), order);
    }
    var acknowledged = attempts.stream().filter(Attempt::placed).toList();
    assertThat(acknowledged).isNotEmpty();
    assertThat(known.keySet())
        .containsAll(acknowledged.stream().map(one -> one.answer().text("id")).toList());
    cancelled
        .keySet()
        .forEach(id -> assertThat(known.get(id)).containsEntry("status", "CANCELLED"));

    for (var one : sample(acknowledged, 40)) {
      var again = shop.service().withKey(one.key()).quickly("POST", "/orders", one.body());
      assertThat(again.status()).as(again.toString()).isEqualTo(201);
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(again.body()).isEqualTo(one.answer().body());
    }
    for (var one : sample(attempts.stream().filter(a -> a.answer() == null).toList(), 40)) {
      var again = shop.service().withKey(one.key()).quickly("POST", "/orders", one.body());
      assertThat(again.status()).as(again.toString()).isEqualTo(201);
    }

    var orders = books.orders();
    assertThat(orders.stream().map(order -> order.get("reference")).filter(Objects::nonNull))
        .as("no request had two effects")
        .doesNotHaveDuplicates();
    for (var product : shelf) {
      books.balance(product, orders);
    }
  }

  private static List<Attempt> sample(List<Attempt> all, int size) {
    var end = new ArrayList<>(all);
    // The last ones were nearest to the crash.
    return end.subList(Math.max(0, end.size() - size), end.size());
  }

  @Override
  public void close() {
    stopped = true;
    callers.close();
  }
}
