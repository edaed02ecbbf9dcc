package org.orders.integration.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ProductFilesIT {

  private final Shop shop;
  private final String word = "f" + UUID.randomUUID().toString().replace("-", "");

  ProductFilesIT(Shop shop) {
    this.shop = shop;
  }

  private Caller csv() {
    return shop.admin().with("Content-Type", "text/csv");
  }

  private Response sent(String file) {
    return csv().post("/admin/inventory/import", file);
  }

  private Map<String, Object> found(String sku) {
    return accepted(shop.admin().get("/admin/inventory?query=" + sku), 200).path("items[0]");
  }

  @Test
  void goodLinesAreTakenInAndBadOnesReported() {
    var file =
        """
        \ufeffname,currency,sku,inventory,price
        "Lamp, ""large""\",EUR,%1$s-a,7,12.50\r
        Too exact,EUR,%1$s-b,1,12.505
        "Two
        lines",EUR,%1$s-c,,20
        short,EUR
        Unknown money,XXX,%1$s-d,1,1

        Negative,EUR,%1$s-e,-1,1
        Again,EUR,%1$s-a,9,13
        """
            .formatted(word);
    var dry = accepted(csv().post("/admin/inventory/import?dryRun=true", file), 200);
    accepted(shop.admin().get("/admin/inventory?query=" + word), 200)
        .then()
        .body("items", emptyIterable());
    var done = accepted(sent(file), 200);
    done.then()
        .body("created", equalTo(2))
        .body("updated", equalTo(1))
        .body("rejected.line", contains(3, 6, 7, 9));
    assertThat(dry.asString()).isEqualTo(done.asString());
    assertThat(found(word + "-a"))
        .containsEntry("name", "Again")
        .containsEntry("inventory", 9)
        .containsEntry("lowStockThreshold", 0);
    assertThat(found(word + "-c")).containsEntry("name", "Two\nlines");
    accepted(shop.admin().get(done.header("Location")), 200)
        .then()
        .body("state", equalTo("DONE"))
        .body("lines", equalTo(7))
        .body("rejected", equalTo(4));
    accepted(shop.admin().get("/admin/inventory/imports?limit=200"), 200);
  }

  @Test
  void aLineOfAKnownProductChangesWhatItNamesAndNothingElse() {
    var product = shop.newProduct("10.00", 5);
    accepted(
        shop.admin()
            .put("/products/" + product.id(), Map.of("description", "D", "lowStockThreshold", 3)),
        200);
    accepted(sent("sku,name,price,currency\n" + product.sku() + ",Renamed,11,EUR\n"), 200)
        .then()
        .body("updated", equalTo(1))
        .body("created", equalTo(0));
    accepted(shop.anyone().get("/products/" + product.id()), 200)
        .then()
        .body("name", equalTo("Renamed"))
        .body("price", amount("11"))
        .body("description", equalTo("D"))
        .body("lowStockThreshold", equalTo(3))
        .body("inventory", equalTo(5));
    accepted(sent("sku,name,price,currency\n" + product.sku() + ",Renamed,11,USD\n"), 200)
        .then()
        .body("rejected.line", contains(2));
    accepted(sent("sku,name,price,currency,inventory\n" + product.sku() + ",R,11,EUR,8\n"), 200);
    accepted(shop.admin().get("/admin/inventory/" + product.id() + "/movements"), 200)
        .then()
        .body("items[0].reason", equalTo("import"))
        .body("items[0].quantity", equalTo(3))
        .body("items[0].balance", equalTo(8));
    accepted(shop.admin().delete("/products/" + product.id()), 204);
    accepted(sent("sku,name,price,currency\n" + product.sku() + ",Renamed,11,EUR\n"), 200)
        .then()
        .body("rejected.line", contains(2));
  }

  @Test
  void whatIsSentOutCanBeTakenInAgainAndNoSpreadsheetRunsIt() throws IOException {
    var file =
        """
        sku,name,description,price,currency,inventory,lowStockThreshold
        %1$s-1,=cmd()|' /C calc'!A0,"+1
        ""x"", y",0.10,EUR,3,1
        %1$s-2,'=quoted,-2+3,5,JPY,0,0
        %1$s-3,''@twice,@SUM(A1),7.125,KWD,1,0
        %1$s-4,It's,กาแฟ คั่ว,1000000000,EUR,1000000000,1000000000
        """
            .formatted(word);
    accepted(sent(file.replace("'=quoted", "''=quoted").replace("''@twice", "'''@twice")), 200)
        .then()
        .body("created", equalTo(4));
    assertThat(found(word + "-2")).containsEntry("name", "'=quoted");
    assertThat(found(word + "-3")).containsEntry("name", "''@twice");
    var path = "/admin/inventory?query=" + word;
    var before = accepted(shop.admin().get(path), 200).<List<Object>>path("items.name");
    var sentOut = accepted(shop.admin().with("Accept", "text/csv").get(path), 200);
    assertThat(sentOut.header("Content-Type")).startsWith("text/csv");
    assertThat(sentOut.header("Content-Disposition")).contains("products.csv");
    var text = new String(sentOut.asByteArray(), StandardCharsets.UTF_8);
    assertThat(records(text))
        .hasSize(5)
        .allSatisfy(
            record -> record.forEach(cell -> assertThat(cell).doesNotMatch("(?s)[=+@-].*")));
    accepted(sent(text), 200).then().body("updated", equalTo(4)).body("rejected", emptyIterable());
    assertThat(accepted(shop.admin().get(path), 200).<List<Object>>path("items.name"))
        .isEqualTo(before);
    var again = accepted(shop.admin().with("Accept", "text/csv").get(path), 200);
    assertThat(new String(again.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void filesThatMakeNoSenseAreRefusedAsAWhole() {
    assertInvalid(sent("sku,name,price,currency,colour\n"), "/columns/colour");
    assertInvalid(sent("sku,name,price,currency,sku\n"), "/columns/sku");
    assertInvalid(
        sent("sku;name;price;currency\n"),
        "/columns/sku;name;price;currency",
        "/columns/sku",
        "/columns/name",
        "/columns/price",
        "/columns/currency");
    assertInvalid(sent("sku,name\n"), "/columns/price", "/columns/currency");
    assertInvalid(
        csv().post("/admin/inventory/import?dryRun=perhaps", "sku,name,price,currency\n"),
        "/query/dryRun");
    assertProblem(
        shop.admin().post("/admin/inventory/import", Map.of()), 415, "unsupported-media-type");
    assertProblem(
        shop.service().with("Content-Type", "text/csv").post("/admin/inventory/import", "x"),
        403,
        "forbidden");
    accepted(sent("sku,name,price,currency\n" + word + ",a,1,EUR\nx,\"open,1,EUR\n"), 200)
        .then()
        .body("created", equalTo(1))
        .body("rejected.line", contains(3));
  }

  @Test
  void aBadQuoteSpoilsItsLineAlone() {
    var file =
        """
        sku,name,price,currency
        %1$s-a,Before,1,EUR
        %1$s-b,"Lamp,1,EUR
        %1$s-c,"Table,2,EUR
        %1$s-d,"Chair",3,EUR
        %1$s-e,%2$s,4,EUR
        %1$s-f,"Bed,5,EUR
        %1$s-g,Last,6,EUR
        """
            .formatted(word, "x".repeat(150_000));
    accepted(sent(file), 200)
        .then()
        .body("created", equalTo(3))
        .body("rejected.line", contains(3, 4, 6, 7));
    for (var sku : List.of("-a", "-d", "-g")) {
      assertThat(found(word + sku)).as(sku).isNotNull();
    }
  }

  @Test
  void aFileOfUnknownLengthIsHeldToTheLimitToo() throws IOException {
    try (Socket socket = new Socket(shop.address().getHost(), shop.address().getPort())) {
      var out = socket.getOutputStream();
      var head =
          "POST /admin/inventory/import?dryRun=true HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s"
              + "\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n";
      out.write(head.formatted(shop.admin().accessToken()).getBytes(StandardCharsets.US_ASCII));
      var start = "sku,name,price,currency\n".getBytes(StandardCharsets.US_ASCII);
      writeChunk(out, start);
      var million = "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
      for (int written = 0; written < 200; written++) {
        writeChunk(out, million);
      }
      out.flush();
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  private static void writeChunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whoeverNamesTheirImportFollowsItWhileTheyAreSending() throws IOException {
    var id = UUID.randomUUID();
    var path = "/admin/inventory/imports/" + id;
    try (Socket socket = new Socket(shop.address().getHost(), shop.address().getPort())) {
      var out = socket.getOutputStream();
      var head =
          "POST /admin/inventory/import?import=%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s"
              + "\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n";
      out.write(head.formatted(id, shop.admin().accessToken()).getBytes(StandardCharsets.US_ASCII));
      var lines = new StringBuilder("sku,name,price,currency\n");
      for (int line = 0; line < 450; line++) {
        lines.append(word).append('-').append(line).append(",Followed,1,EUR\n");
      }
      writeChunk(out, lines.toString().getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Patience.await(
          "the first lots",
          Duration.ofSeconds(20),
          () ->
              shop.admin().get(path).statusCode() == 200
                  && accepted(shop.admin().get(path), 200).<Integer>path("lines") == 400);
      accepted(shop.admin().get(path), 200).then().body("state", equalTo("RUNNING"));
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Patience.await(
          "the end",
          Duration.ofSeconds(20),
          () -> "DONE".equals(accepted(shop.admin().get(path), 200).path("state")));
    }
    var again = csv().post("/admin/inventory/import?import=" + id, "sku,name,price,currency\n");
    assertProblem(again, 409, "import-id-taken");
    assertInvalid(
        csv().post("/admin/inventory/import?import=mine", "sku,name,price,currency\n"),
        "/query/import");
  }

  @Test
  void whatIsPackedIsNotUnderstood() {
    var packed = csv().with("Content-Encoding", "gzip");
    assertProblem(packed.post("/admin/inventory/import", "x"), 415, "unsupported-media-type");
  }

  @Test
  void noCellBeginsInTheMiddleOfAText() {
    var text = "x;=cmd|' /C calc'!A0;y\n=1+1";
    var product =
        Map.of("sku", word, "name", "n;@x", "description", text, "price", 1, "currency", "EUR");
    accepted(shop.admin().post("/products", product), 201);
    var csv = shop.admin().with("Accept", "text/csv").get("/admin/inventory?query=" + word);
    var file = accepted(csv, 200).asString();
    assertThat(file)
        .contains("\"" + word + "\",\"n;'@x\",\"x;'=cmd|' /C calc'!A0;y\n'=1+1\",1.00,EUR");
    accepted(sent(file), 200).then().body("updated", equalTo(1));
    assertThat(found(word)).containsEntry("name", "n;@x").containsEntry("description", text);
  }

  @Test
  void aFileIsNotHeldToTheLimitOfOtherBodies() {
    var file =
        "sku,name,description,price,currency\n"
            + (word + ",Large," + "x".repeat(4_000) + ",1,EUR\n").repeat(400);
    accepted(sent(file), 200).then().body("created", equalTo(1)).body("updated", equalTo(399));
  }

  @Test
  void whatCameBeforeAFileBrokeOffStays() throws Exception {
    var lines = new StringBuilder("sku,name,price,currency\n");
    for (int line = 0; line < 450; line++) {
      lines.append(word).append('-').append(line).append(",Cut,1,EUR\n");
    }
    try (Socket socket = new Socket(shop.address().getHost(), shop.address().getPort())) {
      var head =
          "POST /admin/inventory/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
              + "Content-Type: text/csv\r\nContent-Length: 100000000\r\n\r\n%s";
      socket
          .getOutputStream()
          .write(
              head.formatted(shop.admin().accessToken(), lines).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      Patience.await("the first lots", Duration.ofSeconds(20), () -> found(word + "-199") != null);
    }
    Patience.await(
        "the import is over",
        Duration.ofSeconds(20),
        () ->
            accepted(shop.admin().get("/admin/inventory/imports?limit=200"), 200)
                .<List<String>>path("items.findAll { it.lines == 200 || it.lines == 400 }.state")
                .contains("ABORTED"));
  }

  @Test
  void filesAndOrdersAtOnceLoseNoStock() {
    var product = shop.newProduct("10.00", 1_000);
    var customer = shop.newCustomerWithoutLogin();
    var file = "sku,name,price,currency,inventory\n" + product.sku() + ",Lamp,10.00,EUR,1000\n";
    Rush.of(
        30,
        i ->
            i % 5 == 0
                ? csv().quickly("POST", "/admin/inventory/import", file)
                : shop.service()
                    .quickly(
                        "POST",
                        "/orders",
                        Map.of("customerId", customer, "productId", product.id(), "quantity", 1)));
    var movements =
        accepted(shop.admin().get("/admin/inventory/" + product.id() + "/movements?limit=200"), 200)
            .<List<Integer>>path("items.quantity");
    assertThat(movements.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(shop.inventory(product));
    assertThat(shop.reserved(product)).isEqualTo(24);
  }

  @Test
  void ordersAreSentARowForEachLine() throws IOException {
    var customer = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 10);
    var table = shop.newProduct("0.10", 10);
    accepted(customer.post("/orders", Shop.basket(lamp.times(2), table.times(3))), 201);
    var path = "/admin/orders?customerId=" + customer.id();
    var answer = accepted(shop.service().with("Accept", "text/csv").get(path), 200);
    assertThat(answer.header("Content-Disposition")).contains("orders.csv");
    var rows = records(answer.asString());
    assertThat(String.join(",", rows.getFirst()))
        .isEqualTo(
            "number,placedAt,status,customerId,email,sku,name,quantity,unitPrice,lineTotal,"
                + "totalAmount,currency,paymentStatus");
    assertThat(rows).hasSize(3);
    var order = accepted(shop.admin().get(path), 200);
    assertThat(rows.get(1).toList())
        .contains(
            order.path("items[0].number"),
            order.path("items[0].placedAt"),
            "PENDING",
            lamp.sku(),
            "2",
            "10.00",
            "20.00",
            "20.30",
            "EUR");
    assertThat(rows.get(2).toList()).contains(table.sku(), "3", "0.10", "0.30", "20.30");
    assertInvalid(
        shop.admin().with("Accept", "text/csv").get("/admin/orders?status=NONE"), "/query/status");
    assertProblem(shop.anyone().with("Accept", "text/csv").get("/admin/orders"), 401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | text/csv",
        "*/* | application/json",
        "application/json, text/csv | application/json",
        "text/csv, application/json;q=0.5 | text/csv",
        "text/csv;q=0.5, */*;q=0.8 | application/json",
        "text/* | text/csv"
      })
  void theOneThatIsMoreWelcomeIsSent(String accept, String type) {
    for (var path : List.of("/admin/orders?limit=1", "/admin/inventory?query=" + word)) {
      var answer = accepted(shop.admin().with("Accept", accept).get(path), 200);
      assertThat(answer.header("Content-Type")).as(path).startsWith(type);
    }
    assertProblem(
        shop.admin().with("Accept", "text/html").get("/admin/orders"), 406, "not-acceptable");
  }

  private static List<CSVRecord> records(String text) throws IOException {
    try (var parsed = CSVFormat.RFC4180.parse(new java.io.StringReader(text))) {
      return parsed.getRecords();
    }
  }
}
