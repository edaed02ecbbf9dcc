package org.orders.integration.payment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** Processes that are killed with -9 between all the steps of a payment. */
@ShopTest
class KilledWhilePayingIT {

  private final CrashScene scene;

  KilledWhilePayingIT(Services services) {
    this.scene = new CrashScene(services, "killed-paying", "PT1.6S");
  }

  @Test
  void whereverTheProcessIsKilledTheOrderIsChargedOnce() {
    GatewayBooks books = scene.books;
    Map<String, Predicate<String>> steps = new LinkedHashMap<>();
    steps.put("attempt committed, gateway not called", books::isCreated);
    steps.put(
        "gateway called, nothing taken yet",
        order -> books.isSent(order) && books.captures(order) == 0);
    steps.put(
        "money taken, answer not recorded",
        order -> books.isSent(order) && books.captures(order) == 1);
    steps.put("outcome recorded", order -> !books.isSent(order) && books.captures(order) == 1);
    List<String> paid = new ArrayList<>();
    for (int round = 0; round < CrashRuns.ROUNDS; round++) {
      steps.forEach(
          (step, moment) -> {
            String order = CrashScene.order(scene.shop());
            CrashScene.pay(scene.shop(), order);
            scene.killAt(step, () -> moment.test(order), order, "CAPTURED");
            paid.add(order);
          });
    }
    CrashScene.assertBooksAgree(books, scene.shop(), paid, List.of());
  }
}
