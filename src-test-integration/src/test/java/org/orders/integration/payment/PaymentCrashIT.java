package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

/** Processes that die or sleep in the middle of a payment; how often: -Dpayment.kills. */
@ShopTest
class PaymentCrashIT {

  private static final int ROUNDS = Integer.getInteger("payment.kills", 1);

  /** Long enough to strike in either half of a call of the gateway. */
  private static final Map<String, String> SLOW = Map.of("ORDERS_PAYMENT_SIMULATOR_DELAY", "PT3S");

  private static final Duration NOTHING_IS_STUCK_AFTER = Duration.ofSeconds(60);
  private static final long PRICE = 1_250;

  private final Services services;
  private final Database database;
  private final GatewayBooks books;

  PaymentCrashIT(Services services) {
    this.services = services;
    this.database = services.newDatabase();
    this.books = new GatewayBooks(database);
  }

  @Test
  void whereverTheProcessIsKilledEachOrderIsChargedOnceAndRefundedOnce() {
    RunningService service = services.start("killed", database, SLOW);
    List<Predicate<String>> whilePaying =
        List.of(
            order -> true,
            order -> books.isSent(order) && books.captures(order) == 0,
            order -> books.isSent(order) && books.captures(order) == 1,
            order -> !books.isSent(order) && books.captures(order) == 1);
    List<Predicate<String>> whileRefunding =
        List.of(
            order -> true,
            order -> books.isRefundSent(order) && books.refunds(order) == 0,
            order -> books.refunds(order) == 1);
    List<String> paid = new ArrayList<>();
    List<String> cancelled = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Predicate<String> moment : whilePaying) {
        String order = order(service.shop());
        accepted(pay(service.shop(), order), 202);
        service = killAt(service, () -> moment.test(order));
        await(order, "CAPTURED", service.shop());
        paid.add(order);
      }
      for (Predicate<String> moment : whileRefunding) {
        String order = paid.removeFirst();
        accepted(service.shop().admin().post("/orders/" + order + "/cancel"), 200);
        service = killAt(service, () -> moment.test(order));
        await(order, "REFUNDED", service.shop());
        cancelled.add(order);
      }
    }
    assertBooksAgree(paid, cancelled, service.shop());
  }

  @Test
  void whoWakesUpTooLateChangesNothing() {
    List<String> paid = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      RunningService sleeper = services.start("sleeper", database, SLOW);
      String order = order(sleeper.shop());
      accepted(pay(sleeper.shop(), order), 202);
      Patience.await(
          "the payment is being sent", NOTHING_IS_STUCK_AFTER, () -> books.isSent(order));
      sleeper.freeze();
      RunningService other = services.start("awake", database, Map.of());
      await(order, "CAPTURED", other.shop());
      sleeper.thaw();
      // Its late call reaches the gateway now, and its late record the database.
      Patience.pause(Duration.ofSeconds(5));
      await(order, "CAPTURED", sleeper.shop());
      paid.add(order);
      assertBooksAgree(paid, List.of(), other.shop());
      other.close();
      sleeper.close();
    }
  }

  @Test
  void replicasShareTheWorkAndTellEachOtherOfIt() {
    Shop here = services.start("here", database, Map.of()).shop();
    Shop there = services.start("there", database, Map.of()).shop();
    List<String> paid = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      String order = order(here);
      Shop replica = number % 2 == 0 ? here : there;
      accepted(
          replica
              .service()
              .with("Prefer", "wait=30")
              .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))),
          201);
      paid.add(order);
    }
    assertBooksAgree(paid, List.of(), here);
  }

  private RunningService killAt(RunningService service, Moment moment) {
    long end = System.nanoTime() + NOTHING_IS_STUCK_AFTER.toNanos();
    while (!moment.isNow() && System.nanoTime() < end) {
      Patience.pause(Duration.ofMillis(20));
    }
    assertThat(moment.isNow()).as("the moment came").isTrue();
    service.killAtOnce();
    return services.startAgain(service);
  }

  /** A moment to strike at. */
  private interface Moment {
    boolean isNow();
  }

  private void assertBooksAgree(List<String> paid, List<String> cancelled, Shop shop) {
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
    Patience.await("nothing is left to do", NOTHING_IS_STUCK_AFTER, () -> books.jobs() == 0);
    new StockBooks(shop).agree();
  }

  private static void await(String order, String status, Shop shop) {
    Patience.await(
        "order " + order + " is " + status,
        NOTHING_IS_STUCK_AFTER,
        () -> status.equals(shop.order(order).<String>path("paymentStatus")));
  }

  private static String order(Shop shop) {
    return shop.placeFor(shop.newCustomerWithoutLogin(), shop.newProduct("12.50", 9), 1).path("id");
  }

  private static io.restassured.response.Response pay(Shop shop, String order) {
    return shop.service()
        .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD)));
  }
}
