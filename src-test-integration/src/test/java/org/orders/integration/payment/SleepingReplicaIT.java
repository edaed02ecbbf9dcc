package org.orders.integration.payment;

import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** A process that sleeps (SIGSTOP) past its lease in the middle of a payment, and wakes up. */
@ShopTest
class SleepingReplicaIT {

  private final Services services;
  private final Database database;
  private final GatewayBooks books;

  SleepingReplicaIT(Services services) {
    this.services = services;
    this.database = services.newDatabase();
    this.books = new GatewayBooks(database);
  }

  @Test
  void whoWakesUpTooLateChangesNothing() {
    List<String> paid = new ArrayList<>();
    RunningService sleeper = services.start("sleeper", database, CrashScene.slow("PT3S"));
    for (int round = 0; round < CrashRuns.ROUNDS; round++) {
      String order = CrashScene.order(sleeper.shop());
      CrashScene.pay(sleeper.shop(), order);
      Patience.await(
          "the payment is being sent", CrashRuns.NOTHING_IS_STUCK_AFTER, () -> books.isSent(order));
      sleeper.freeze();
      long slept = System.nanoTime();
      RunningService other = services.start("awake", database, CrashScene.slow("PT0S"));
      CrashScene.await(order, "CAPTURED", other.shop());
      CrashRuns.record("sleep", "settled by another replica", CrashRuns.millisSince(slept));
      sleeper.thaw();
      // Its late call reaches the gateway now, and its late record the database.
      Patience.pause(Duration.ofSeconds(4));
      CrashScene.await(order, "CAPTURED", sleeper.shop());
      paid.add(order);
      other.close();
    }
    CrashScene.assertBooksAgree(books, sleeper.shop(), paid, List.of());
  }

  @Test
  void replicasShareTheWorkAndTellEachOtherOfIt() {
    Map<String, String> quick = CrashScene.slow("PT0S");
    var here = services.start("here", database, quick).shop();
    var there = services.start("there", database, quick).shop();
    List<String> paid = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      String order = CrashScene.order(here);
      var replica = number % 2 == 0 ? here : there;
      accepted(
          replica
              .service()
              .with("Prefer", "wait=30")
              .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))),
          201);
      paid.add(order);
    }
    CrashScene.assertBooksAgree(books, here, paid, List.of());
  }
}
