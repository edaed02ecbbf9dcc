package org.orders.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sale of two pieces at 2.55, replayed on a service that is told what to answer. */
class ReplayTest {

  private static final String STOCK = "GET /admin/inventory/p1";
  private static final String LEDGER = "GET /admin/inventory/p1/movements?limit=200";
  private static final String ORDERS = "GET /admin/orders?from=2026-11-21T10%3A00%3A00Z&limit=200";

  private final ScriptedService stub = new ScriptedService();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private @TempDir Path folder;

  @BeforeEach
  void aServiceThatAgrees() {
    stub.on("POST /products", 201, product(2))
        .on("POST /customers", 201, "{'id':'c1'}")
        .on("POST /orders", 201, order("PENDING", "5.10"))
        .on("POST /payments", 201, "{}");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void whereTheServiceAgreesItHolds() throws IOException {
    answers("CONFIRMED", "5.10", 0, 0);
    assertThat(replay()).as(output()).isEqualTo(Replay.HOLDS);
    assertThat(output())
        .contains("5.10 GBP", "opening 2 + adjustments 0 - ordered 2 + cancelled 0 = 0")
        .contains("It holds");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, 5.11, 0, 0, sum of the orders: 5.11 instead of 5.10",
    "CONFIRMED, 5.10, 1, 1, stock of A: 1 instead of 0",
    "CONFIRMED, 5.10, 0, 1, ledger of A: 1 instead of 0",
    "CANCELLED, 5.10, 0, 0, order 536365 is CANCELLED",
    "PENDING,   5.10, 0, 0, order 536365 is PENDING",
  })
  void whereTheServiceDisagreesItDoesNotHold(
      String status, String total, int stock, int ledger, String complaint) throws IOException {
    answers(status, total, stock, ledger);
    assertThat(replay()).isEqualTo(Replay.DOES_NOT_HOLD);
    assertThat(output()).contains(complaint, "IT DOES NOT HOLD");
  }

  @Test
  void anOrderThatVanishedDoesNotHold() throws IOException {
    stub.on(ORDERS, 200, "{'items':[],'nextCursor':null}");
    answers("CONFIRMED", "5.10", 0, 0);
    assertThat(replay()).isEqualTo(Replay.DOES_NOT_HOLD);
    assertThat(output()).contains("order 536365 is not on the service");
  }

  @Test
  void aRefusedStepIsReportedWithItsLineAndTheRestGoesOn() throws IOException {
    try (var refusing = new ScriptedService()) {
      refusing
          .on("POST /products", 201, product(2))
          .on("POST /customers", 201, "{'id':'c1'}")
          .on("POST /orders", 409, "{'type':'/problems/insufficient-stock'}")
          .on(STOCK, 200, product(2))
          .on(LEDGER, 200, "{'items':[{'quantity':2}],'nextCursor':null}");
      assertThat(replay(refusing.address().toString())).isEqualTo(Replay.DOES_NOT_HOLD);
    }
    assertThat(output())
        .contains("line 2: invoice 536365: POST /orders: 409; insufficient-stock")
        .contains("stock of A: 2 instead of 0");
  }

  @Test
  void withoutAccessItBreaksOffAtOnce() throws IOException {
    try (var closed = new ScriptedService()) {
      closed.on("POST /products", 403, "{'type':'/problems/forbidden'}");
      assertThat(replay(closed.address().toString())).isEqualTo(Replay.BROKEN_OFF);
    }
    assertThat(output()).contains("403; forbidden");
  }

  @Test
  void withoutAServiceItSaysSoSoon() throws IOException {
    var address = stub.address().toString();
    stub.close();
    assertThat(replay(address)).isEqualTo(Replay.BROKEN_OFF);
    assertThat(output()).contains("no answer from " + address);
  }

  @Test
  void withoutFileOrPasswordItSaysHowItIsUsed() {
    var replay = replayTool();
    assertThat(replay.run(List.of(), Map.of("ORDERS_ADMIN_PASSWORD", "x")))
        .isEqualTo(Replay.BROKEN_OFF);
    assertThat(replay.run(List.of("x.csv"), Map.of())).isEqualTo(Replay.BROKEN_OFF);
    assertThat(replay.run(List.of("none.csv"), Map.of("ORDERS_ADMIN_PASSWORD", "x")))
        .isEqualTo(Replay.BROKEN_OFF);
    assertThat(output())
        .contains("usage: replay FILE", "ORDERS_ADMIN_PASSWORD is not set", "cannot be read");
  }

  private void answers(String status, String total, int stock, int ledger) {
    stub.on(ORDERS, 200, "{'items':[" + order(status, total) + "],'nextCursor':null}")
        .on(STOCK, 200, product(stock))
        .on(LEDGER, 200, "{'items':[{'quantity':" + ledger + "}],'nextCursor':null}");
  }

  private static String product(int inventory) {
    return "{'id':'p1','sku':'A','price':2.55,'currency':'GBP','status':'ACTIVE','inventory':"
        + inventory
        + "}";
  }

  private static String order(String status, String total) {
    return "{'id':'o1','status':'%s','totalAmount':%s,'placedAt':'2026-11-21T10:00:00Z'}"
        .formatted(status, total);
  }

  private int replay() throws IOException {
    return replay(stub.address().toString());
  }

  private int replay(String url) throws IOException {
    var file = folder.resolve("invoices.csv");
    Files.writeString(
        file,
        """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        536365,A,LANTERN,2,2010-12-01 08:26:00,2.55,17850.0,France
        """);
    return replayTool()
        .run(
            List.of(file.toString()), Map.of("ORDERS_URL", url, "ORDERS_ADMIN_PASSWORD", "secret"));
  }

  private Replay replayTool() {
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Replay(print, print, Progress.on(print, false), InstantSource.fixed(Instant.EPOCH));
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
