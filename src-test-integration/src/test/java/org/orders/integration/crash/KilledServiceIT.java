package org.orders.integration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServiceIT {

  private final Services services;
  private RunningService service;

  KilledServiceIT(Services services) {
    this.services = services;
    this.service = services.start("crashing", services.newDatabase(), Map.of());
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheServiceIsKilledUnderLoad() {
    var shop = service.shop();
    try (var load = OrderLoad.start(shop, 16, shop.newCustomerWithoutLogin(), shelf(shop))) {
      Patience.await("some orders", Duration.ofSeconds(60), () -> load.placed() >= 150);
      service.killAtOnce();
      load.close();
      service = services.startAgain(service);
      load.assertNothingAcknowledgedIsLost(service.shop());
    }
  }

  @Test
  void aServiceAskedToEndAnswersWhatItHasBegun() {
    var shop = service.shop();
    try (var load = OrderLoad.start(shop, 64, shop.newCustomerWithoutLogin(), shelf(shop))) {
      Patience.await("some orders", Duration.ofSeconds(60), () -> load.placed() >= 150);
      long asked = System.nanoTime();
      service.askToEnd();
      int exit = service.awaitExit(Duration.ofSeconds(45));
      load.close();
      assertThat(exit).isIn(0, 143);
      var underWay =
          load.attempts().stream()
              .filter(one -> one.startedAt() < asked && one.endedAt() > asked)
              .toList();
      assertThat(underWay).as("what was begun is finished").anyMatch(OrderLoad.Attempt::placed);
      // What had not reached the service yet is refused, or not let in any more at its last moment.
      assertThat(underWay)
          .filteredOn(one -> one.startedAt() < asked - 20_000_000)
          .allSatisfy(one -> assertThat(one.answer()).as("answer to %s", one.key()).isNotNull());
      service = services.startAgain(service);
      load.assertRefusedOnlyAsUnavailable();
      load.assertNothingUnplacedHappened(service.shop());
      load.assertNothingAcknowledgedIsLost(service.shop());
    }
  }

  private static List<Product> shelf(Shop shop) {
    var shelf = new ArrayList<Product>();
    for (int i = 0; i < 5; i++) {
      shelf.add(shop.newProduct("2.50", 1_000_000));
    }
    return shelf;
  }
}
