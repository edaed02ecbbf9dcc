package org.orders.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** Real invoices on the running service, by the tool as it is shipped. */
@ShopTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {

  private final Shop shop;
  private final Services services;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ReplayIT(Shop shop, Services services) {
    this.shop = shop;
    this.services = services;
  }

  @Test
  @Order(1)
  void realInvoicesHoldToThePennyAndThePiece() {
    holds(shop, Samples.REAL, lines());
    assertThat(output())
        .contains("203 read, 0 unreadable")
        .contains("29 on the service, 0 of them cancelled")
        .contains("85137.66 GBP")
        .contains("line 198: 550193 PADS at 0.001 is 0.00")
        .contains("12 lines worth 247.38");
  }

  @Test
  @Order(2)
  void aSecondRunFindsWhatIsThereAndHoldsAgain() {
    holds(shop, Samples.REAL, lines());
    assertThat(output()).contains("0 created, 196 found").contains("0 created, 18 found");
  }

  @Test
  @Order(3)
  void everyRuleOfTheReplayHolds() {
    holds(shop, Samples.EVERY_RULE, lines());
    assertThat(output())
        .contains("8 on the service, 3 of them cancelled")
        .contains("12584.86 GBP")
        .contains("3 lines worth 54.80")
        .contains("line 20: a negative unit price")
        .contains("line 21: the quantity is 0")
        .contains("line 22: no number as quantity: 'many'")
        .contains("line 24: no CSV");
    assertThat(stockOf("RULE-F")).isEqualTo(3);
    assertThat(stockOf("RULE-G")).isZero();
    assertThat(stockOf("RULE-D")).isZero();
  }

  @Test
  @Order(4)
  void aServiceThatDiesAndComesBackLosesAndDoublesNothing() {
    var mortal = services.start("replayed", services.newDatabase(), Map.of());
    var lines = lines();
    var steps = new AtomicInteger();
    Progress.Display dying =
        (phase, total) ->
            new Progress() {
              private final Progress shown = lines.show(phase, total);

              @Override
              public void step() {
                shown.step();
                if (phase.equals("invoices") && steps.incrementAndGet() == 10) {
                  mortal.killAtOnce();
                  Thread.ofPlatform().daemon().start(() -> services.startAgain(mortal));
                }
              }

              @Override
              public void close() {
                shown.close();
              }
            };
    holds(mortal.shop(), Samples.REAL, dying);
    assertThat(output()).contains("29 on the service, 0 of them cancelled");
  }

  private void holds(Shop where, Path file, Progress.Display display) {
    out.reset();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var replay = new Replay(print, print, display, Clock.systemUTC());
    int code =
        replay.run(
            List.of(file.toString()),
            Map.of(
                "ORDERS_URL", where.address().toString(),
                "ORDERS_ADMIN_USERNAME", RunningService.ADMIN_USERNAME,
                "ORDERS_ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD));
    assertThat(code).as(output()).isEqualTo(Replay.HOLDS);
  }

  private Progress.Display lines() {
    return Progress.on(new PrintStream(out, true, StandardCharsets.UTF_8), false);
  }

  private int stockOf(String sku) {
    List<Map<String, Object>> found =
        accepted(shop.admin().get("/admin/inventory?query=" + sku), 200).path("items");
    assertThat(found).hasSize(1);
    return ((Number) found.getFirst().get("inventory")).intValue();
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
