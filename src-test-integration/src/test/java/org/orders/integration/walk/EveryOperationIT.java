package org.orders.integration.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/**
 * A walk through everything the service says it can do, with good and bad values, by callers of
 * every role. It has a service of its own, because it does things that no shop would bear.
 */
@ShopTest
class EveryOperationIT {

  /** Another walk: {@code -Dwalk.seed=...}. */
  private static final long SEED = Long.getLong("walk.seed", 42);

  private static final int AT_ONCE = 4;

  private final Shop shop;

  EveryOperationIT(Services services) {
    shop =
        services
            .start("walked", services.newDatabase(), Map.of("ORDERS_RATE_LIMIT_CUSTOMER", "0"))
            .shop();
  }

  @Test
  void everyAnswerIsAsTheDescriptionSays() throws Exception {
    var api = DescribedApi.read(shop.anyone().get("/q/openapi?format=json").asString());
    var faults = new Faults();
    var regular = shop.newCustomer();
    assertThat(api.operations()).hasSizeGreaterThan(30);
    try (var walkers = Executors.newFixedThreadPool(AT_ONCE)) {
      var walks =
          api.operations().stream()
              .map(
                  operation ->
                      walkers.submit(
                          () -> {
                            var random = new Random(SEED + operation.toString().hashCode());
                            new Walk(shop, regular, operation, new Values(api, random), faults)
                                .go();
                          }))
              .toList();
      for (var walk : walks) {
        walk.get();
      }
    }
    System.out.printf("Walked %d requests, seed %d%n", faults.requests(), SEED);
    assertThat(faults.all()).as("faults of a walk with -Dwalk.seed=%d", SEED).isEmpty();
  }
}
