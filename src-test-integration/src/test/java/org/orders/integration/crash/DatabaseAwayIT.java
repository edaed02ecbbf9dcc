package org.orders.integration.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.DatabaseGate;
import org.orders.integration.harness.EmbeddedPostgresServer;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayIT {

  private static final Duration PATIENCE_OF_CALLERS = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private final EmbeddedPostgresServer server;
  private final DatabaseGate gate;
  private final RunningService service;
  private final Shop shop;

  DatabaseAwayIT(Services services) {
    server = services.newServer();
    var database = server.newDatabase();
    gate = services.gateBefore(database);
    service = services.start("cut-off", database.through(gate), Map.of());
    shop = service.shop();
  }

  @Test
  void aDatabaseThatRefusesIsSaidAtOnceAndForgottenWhenItIsBack() {
    awayAndBack(gate::shut, gate::open);
  }

  @Test
  void aDatabaseThatNoLongerAnswersIsSaidInTimeAndForgottenWhenItIsBack() {
    awayAndBack(gate::fallSilent, gate::open);
  }

  @Test
  void aDatabaseThatIsRestartedIsFoundAgain() {
    awayAndBack(server::stop, server::startAgain);
  }

  @Test
  void aRestartUnderLoadLosesNothingAcknowledged() {
    var shelf = List.of(shop.newProduct("1.00", 100_000), shop.newProduct("2.00", 100_000));
    try (var load = OrderLoad.start(shop, 8, shop.newCustomerWithoutLogin(), shelf)) {
      Patience.await("some orders", RECOVERY, () -> load.placed() >= 50);
      server.stop();
      server.startAgain();
      long before = load.placed();
      Patience.await("orders again", RECOVERY, () -> load.placed() >= before + 50);
      load.close();
      assertThat(load.attempts()).allSatisfy(one -> assertThat(one.answer()).isNotNull());
      load.assertRefusedOnlyAsUnavailable();
      load.assertNothingAcknowledgedIsLost(shop);
    }
  }

  private void awayAndBack(Runnable leave, Runnable comeBack) {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("1.00", 100);
    String order = shop.placeFor(customer, lamp, 2).path("id");
    var admin = shop.bearer(shop.admin().accessToken());
    leave.run();
    try {
      assertUnavailable(() -> admin.get("/orders/" + order));
      assertUnavailable(() -> admin.post("/orders", orderBody(customer, lamp)));
      assertUnavailable(() -> admin.get("/admin/orders"));
      assertUnavailable(() -> shop.login("somebody@example.org", "some-password-1"));
      assertThat(service.isReady()).as("ready without a database").isFalse();
      assertThat(shop.anyone().get("/q/health/live").statusCode()).isEqualTo(200);
    } finally {
      comeBack.run();
    }
    Patience.await(
        "orders are taken again",
        RECOVERY,
        () -> admin.post("/orders", orderBody(customer, lamp)).statusCode() == 201);
    Patience.await("the service is ready again", RECOVERY, service::isReady);
    accepted(admin.get("/orders/" + order), 200);
    var books = new StockBooks(shop);
    books.balance(lamp, books.ordersOf(customer));
  }

  private static void assertUnavailable(Supplier<Response> request) {
    long start = System.nanoTime();
    var answer = request.get();
    var took = Duration.ofNanos(System.nanoTime() - start);
    assertProblem(answer, 503, "unavailable");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(took).isLessThan(PATIENCE_OF_CALLERS);
  }

  private static Map<String, Object> orderBody(String customer, Product product) {
    return Map.of("customerId", customer, "productId", product.id(), "quantity", 1);
  }
}
