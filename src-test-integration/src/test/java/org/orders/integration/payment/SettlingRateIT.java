package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** How many payments two replicas settle in a second; measured in the long run only. */
@ShopTest
@EnabledIf("isLongRun")
class SettlingRateIT {

  private static final int ORDERS = 3_000;
  private static final int CALLERS = 16;

  private final Services services;

  SettlingRateIT(Services services) {
    this.services = services;
  }

  static boolean isLongRun() {
    return CrashRuns.isLong();
  }

  @Test
  void everyPaymentIsSettledOnceAndSoon() {
    var database = services.newDatabase();
    var books = new GatewayBooks(database);
    var shops =
        List.of(
            services.start("one", database, Map.of()).shop(),
            services.start("two", database, Map.of()).shop());
    warmUp(shops);
    var product = shops.getFirst().newProduct("12.50", 1_000_000);
    var customer = shops.getFirst().newCustomerWithoutLogin();
    List<String> orders =
        each(i -> shops.get(i % 2).placeFor(customer, product, 1).<String>path("id"));
    long begun = System.nanoTime();
    each(
        i -> {
          var body = Map.of("orderId", orders.get(i), "method", Cards.card(Cards.GOOD));
          var answer = shops.get(i % 2).service().quickly("POST", "/payments", body);
          assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
          return i;
        });
    CrashRuns.record("rate", "payments accepted per second", rate(begun));
    Patience.await("all are settled", Duration.ofMinutes(3), () -> books.jobs() == 0);
    CrashRuns.record("rate", "payments settled per second, from the first request", rate(begun));
    assertThat(books.allCaptures()).isGreaterThanOrEqualTo(ORDERS);
    assertThat(books.ordersNotChargedOnce()).isZero();
  }

  private static void warmUp(List<Shop> shops) {
    for (var shop : shops) {
      Rush.of(
          50,
          i -> {
            var order = CrashScene.order(shop);
            CrashScene.pay(shop, order);
            CrashScene.await(order, "CAPTURED", shop);
            return i;
          });
    }
  }

  private static long rate(long begun) {
    return ORDERS * 1_000L / Math.max(1, CrashRuns.millisSince(begun));
  }

  private static <T> List<T> each(IntFunction<T> action) {
    return Rush.of(
            CALLERS,
            caller ->
                IntStream.range(0, ORDERS)
                    .filter(i -> i % CALLERS == caller)
                    .mapToObj(i -> Map.entry(i, action.apply(i)))
                    .toList())
        .stream()
        .flatMap(List::stream)
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}
