package org.orders.integration.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** The service as a newcomer starts it: no database given, so it brings one. */
@ShopTest
class DefaultModeIT {

  private final Services services;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  DefaultModeIT(Services services) {
    this.services = services;
  }

  @Test
  void aServiceOverItsOwnDatabaseSurvivesAKillAndEndsCleanly() throws IOException {
    var service =
        services.startWithoutDatabase("default", Map.of("ORDERS_DATA_DIR", data.toString()));
    var shop = service.shop();
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 1000);
    var order = ada.placesOrder(lamp, 2);
    try (var load =
        OrderLoad.start(
            shop,
            8,
            shop.newCustomerWithoutLogin(),
            List.of(lamp, shop.newProduct("1.00", 1000)))) {
      Patience.await("some orders", Duration.ofSeconds(60), () -> load.placed() >= 40);
      service.killAtOnce();
      load.close();
      service = services.startAgain(service);
      load.assertNothingAcknowledgedIsLost(service.shop());
    }
    // The keys that signed it were kept too: Ada's session goes on.
    accepted(ada.at(service.shop()).get("/orders/" + order), 200)
        .then()
        .body("id", equalTo(order))
        .body("status", equalTo("PENDING"));
    accepted(service.shop().login(ada.email(), ada.password()), 200);

    service.askToEnd();
    service.awaitExit(Duration.ofSeconds(45));
    assertThat(postmasters()).as("the embedded server ended with the service").isEmpty();
  }

  @AfterEach
  void noServerIsLeftBehind() throws IOException {
    for (var file : postmasters()) {
      var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private List<Path> postmasters() throws IOException {
    try (var files = Files.walk(data)) {
      return files.filter(file -> file.endsWith("postmaster.pid")).toList();
    }
  }
}
