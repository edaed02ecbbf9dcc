package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** Two replicas under load, of which one is killed: the other takes over what it had in hand. */
@ShopTest
class TakeOverIT {

  private static final int ORDERS = 24;

  /** Within which the jobs of a dead replica are to be in the hands of another. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

  private final Services services;
  private final Database database;
  private final GatewayBooks books;

  TakeOverIT(Services services) {
    this.services = services;
    this.database = services.newDatabase();
    this.books = new GatewayBooks(database);
  }

  @Test
  void whatADeadReplicaHadInHandIsTakenOverWithinSeconds() {
    Map<String, String> settings = CrashScene.slow("PT2S");
    RunningService here = services.start("survivor", database, settings);
    RunningService there = services.start("victim", database, settings);
    Shop shop = here.shop();
    List<String> paid = new ArrayList<>();
    for (int round = 0; round < CrashRuns.ROUNDS; round++) {
      List<String> orders =
          IntStream.range(0, ORDERS).mapToObj(i -> CrashScene.order(shop)).toList();
      RunningService victim = there;
      Shop other = victim.shop();
      Rush.of(
          ORDERS,
          i -> {
            CrashScene.pay(i % 3 == 0 ? shop : other, orders.get(i));
            return i;
          });
      Patience.await(
          "some are being sent",
          CrashRuns.NOTHING_IS_STUCK_AFTER,
          () -> books.runningJobs().size() > ORDERS / 2);
      Map<String, Long> atKill = books.runningJobs();
      long killed = System.nanoTime();
      victim.killAtOnce();
      CrashRuns.record("pickup", "one of two replicas killed", pickUp(atKill, killed));
      orders.forEach(order -> CrashScene.await(order, "CAPTURED", shop));
      CrashRuns.record("takeover", "all settled", CrashRuns.millisSince(killed));
      paid.addAll(orders);
      there = services.startAgain(victim);
    }
    CrashScene.assertBooksAgree(books, shop, paid, List.of());
  }

  /** How long it took until each job that the dead replica held was taken anew, or had ended. */
  private long pickUp(Map<String, Long> atKill, long killed) {
    Set<String> waiting = new TreeSet<>(atKill.keySet());
    while (!waiting.isEmpty()) {
      assertThat(CrashRuns.millisSince(killed)).isLessThan(TAKEN_OVER_WITHIN.toMillis());
      Map<String, Long> now = books.runningJobs();
      waiting.removeIf(job -> !atKill.get(job).equals(now.get(job)));
      Patience.pause(Duration.ofMillis(50));
    }
    return CrashRuns.millisSince(killed);
  }
}
