package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.StockBooks;

/** A service over a database of its own that is killed at chosen steps of its work. */
final class CrashScene {

  static final long PRICE = 1_250;

  final GatewayBooks books;

  private final Services services;
  private RunningService service;

  CrashScene(Services services, String name, String delay) {
    var database = services.newDatabase();
    this.services = services;
    this.books = new GatewayBooks(database);
    this.service = services.start(name, database, slow(delay));
  }

  /** Settings of a service whose gateway takes this long for a call. */
  static Map<String, String> slow(String delay) {
    return CrashRuns.settings(Map.of("ORDERS_PAYMENT_SIMULATOR_DELAY", delay));
  }

  Shop shop() {
    return service.shop();
  }

  /** Kills the service in the very moment, starts it again, and waits for what must come of it. */
  void killAt(String step, BooleanSupplier moment, String order, String status) {
    long end = System.nanoTime() + CrashRuns.NOTHING_IS_STUCK_AFTER.toNanos();
    while (!moment.getAsBoolean() && System.nanoTime() < end) {
      Patience.pause(Duration.ofMillis(10));
    }
    assertThat(moment.getAsBoolean()).as("the moment came: " + step).isTrue();
    long killed = System.nanoTime();
    service.killAtOnce();
    service = services.startAgain(service);
    await(order, status, shop());
    CrashRuns.record("kill", step, CrashRuns.millisSince(killed));
  }

  static void await(String order, String status, Shop shop) {
    Patience.await(
        "order " + order + " is " + status,
        CrashRuns.NOTHING_IS_STUCK_AFTER,
        () -> status.equals(shop.order(order).<String>path("paymentStatus")));
  }

  static String order(Shop shop) {
    return shop.placeFor(shop.newCustomerWithoutLogin(), shop.newProduct("12.50", 9), 1).path("id");
  }

  static void pay(Shop shop, String order) {
    accepted(
        shop.service()
            .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))),
        202);
  }

  /** One net charge for each paid order, one refund for each cancelled one, and nothing stuck. */
  static void assertBooksAgree(
      GatewayBooks books, Shop shop, List<String> paid, List<String> cancelled) {
    assertThat(paid)
        .allSatisfy(
            order -> {
              assertThat(books.captures(order)).isEqualTo(1);
              assertThat(books.kept(order)).isEqualTo(PRICE);
            });
    assertThat(cancelled)
        .allSatisfy(
            order -> {
              assertThat(books.captures(order)).isEqualTo(1);
              assertThat(books.refunds(order)).isEqualTo(1);
              assertThat(books.kept(order)).isZero();
            });
    Patience.await(
        "nothing is left to do", CrashRuns.NOTHING_IS_STUCK_AFTER, () -> books.jobs() == 0);
    new StockBooks(shop).agree();
    CrashRuns.record("ledger", "orders charged once", paid.size());
    CrashRuns.record("ledger", "cancelled orders refunded once", cancelled.size());
  }
}
