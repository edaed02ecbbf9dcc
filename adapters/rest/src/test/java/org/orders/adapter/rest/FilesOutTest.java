package org.orders.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.adapter.rest.Requests.as;
import static org.orders.adapter.rest.Requests.product;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;

/** Lists that are sent as files. */
@QuarkusTest
class FilesOutTest {

  @TestHTTPResource URI address;

  @BeforeEach
  void placeAnOrder() {
    as("customer:" + Samples.id(500))
        .body(
            "{\"productId\": \"%s\", \"quantity\": 1}"
                .formatted(product("2.50", 10).<String>path("id")))
        .post("/orders")
        .then()
        .statusCode(201);
  }

  private HttpRequest file(String query) {
    return HttpRequest.newBuilder(address.resolve("/admin/orders?query=" + query))
        .header("Authorization", "Bearer admin")
        .header("Accept", "text/csv")
        .build();
  }

  @Test
  void aFileThatCannotBeReadToItsEndDoesNotEndAsIfItWereWhole() throws Exception {
    try (Faults faults = new Faults();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(file("fails-midway"), HttpResponse.BodyHandlers.ofInputStream());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> answer.body().transferTo(OutputStream.nullOutputStream()))
          .isInstanceOf(IOException.class);
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      assertThat(faults.seen).as("said once").hasSize(1).first().asString().endsWith("failed");
    }
  }

  @Test
  void aReaderWhoHangsUpEndsTheReadingAndIsNoFault() throws Exception {
    try (Faults faults = new Faults()) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                """
                GET /admin/orders?query=endless HTTP/1.1\r
                Host: x\r
                Accept: text/csv\r
                Authorization: Bearer admin\r
                \r
                """
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
      }
      assertThat(readingEnds()).isTrue();
      assertThat(faults.seen).isEmpty();
    }
  }

  /** What is logged as a warning or worse while it watches. */
  private static final class Faults extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    final Queue<String> seen = new ConcurrentLinkedQueue<>();

    Faults() {
      ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
        seen.add(logged.getLoggerName() + " " + logged.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      ROOT.removeHandler(this);
    }
  }

  @Test
  void theWholeListIsSentButABrokenPageIsRefused() {
    for (String path : List.of("/admin/orders", "/admin/inventory")) {
      for (String broken : List.of("limit=0", "limit=x", "cursor=broken", "count=perhaps")) {
        as("admin")
            .header("Accept", "text/csv")
            .get(path + "?" + broken)
            .then()
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/query/" + broken.split("=")[0]));
      }
      as("admin").header("Accept", "text/csv").get(path + "?limit=1").then().statusCode(200);
    }
  }

  @Test
  void whatPeopleWroteStandsInQuotesAndTheColumnsDoNot() {
    String file = as("admin").header("Accept", "text/csv").get("/admin/orders").asString();
    assertThat(file.lines().findFirst()).hasValueSatisfying(it -> assertThat(it).startsWith("num"));
    assertThat(file.lines().findFirst().orElseThrow()).doesNotContain("\"");
    assertThat(file.lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.matches("[^\"]*,\"[^\"]*@[^\"]*\",\"[^\"]*\",\"[^\"]*\",[^\"]*"));
  }

  /** Whether no page is read any more. */
  private static boolean readingEnds() {
    long seen = -1;
    for (int round = 0; round < 100; round++) {
      long now = StubLists.PAGES.get();
      if (now == seen) {
        return true;
      }
      seen = now;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
    return false;
  }
}
