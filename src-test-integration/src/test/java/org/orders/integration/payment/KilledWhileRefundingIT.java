package org.orders.integration.payment;

import static org.orders.integration.harness.Answers.accepted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** Processes that are killed with -9 while the money of a cancelled order goes back. */
@ShopTest
class KilledWhileRefundingIT {

  private final CrashScene scene;

  KilledWhileRefundingIT(Services services) {
    this.scene = new CrashScene(services, "killed-refunding", "PT1.6S");
  }

  @Test
  void whereverTheProcessIsKilledACancelledOrderIsRefundedOnce() {
    GatewayBooks books = scene.books;
    Map<String, Predicate<String>> steps = new LinkedHashMap<>();
    steps.put("refund committed, gateway not called", order -> true);
    steps.put(
        "refund sent, nothing gone back yet",
        order -> books.isRefundSent(order) && books.refunds(order) == 0);
    steps.put("money gone back, answer not recorded", order -> books.refunds(order) == 1);
    List<String> cancelled = new ArrayList<>();
    for (int round = 0; round < CrashRuns.ROUNDS; round++) {
      List<String> paid = new ArrayList<>();
      steps.forEach((step, moment) -> paid.add(CrashScene.order(scene.shop())));
      paid.forEach(order -> CrashScene.pay(scene.shop(), order));
      paid.forEach(order -> CrashScene.await(order, "CAPTURED", scene.shop()));
      steps.forEach(
          (step, moment) -> {
            String order = paid.removeFirst();
            accepted(scene.shop().admin().post("/orders/" + order + "/cancel"), 200);
            scene.killAt(step, () -> moment.test(order), order, "REFUNDED");
            cancelled.add(order);
          });
    }
    CrashScene.assertBooksAgree(books, scene.shop(), List.of(), cancelled);
  }
}
