package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** What no well-behaved client would send, written to the socket byte by byte. */
@ShopTest
class BrokenHttpIT {

  /** A service that hangs up on an endless body may reset the connection before it is read. */
  private static final int HUNG_UP = 0;

  private final Shop shop;

  BrokenHttpIT(Shop shop) {
    this.shop = shop;
  }

  @AfterEach
  void theServiceStillServes() {
    accepted(shop.anyone().get("/products?limit=1"), 200);
  }

  @ParameterizedTest
  @CsvSource({
    "/products/%zz",
    "/products/%",
    "/products?query=%zz",
    "/products?query=%C3%28",
    "/products?query=%00",
    "/products/%00",
    "//products",
    "/products/../admin/orders",
    "/products?limit=1&limit=0"
  })
  void aBrokenAddressIsRefusedAndNeverAnErrorOfOurs(String target) throws IOException {
    var status = status("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(status).isBetween(200, 499);
  }

  @Test
  void aFloodOfHeadersIsRefused() throws IOException {
    var flood = new StringBuilder("GET /products HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
    for (int i = 0; i < 200; i++) {
      flood.append("X-Flood-").append(i).append(": ").append("x".repeat(500)).append("\r\n");
    }
    assertThat(status(flood + "\r\n")).isIn(400, 431);
  }

  @Test
  void anAddressWithoutEndIsRefused() throws IOException {
    var target = "/products?query=" + "x".repeat(100_000);
    assertThat(status("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n")).isIn(400, 414, 431);
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    assertThat(status("HELLO\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void aLengthThatIsNoNumberIsRefused() throws IOException {
    assertThat(
            status(
                "POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: ten\r\nConnection: close\r\n\r\n{}"))
        .isEqualTo(400);
  }

  @Test
  void aBodyWithoutEndIsCutOffAtItsLimit() throws IOException {
    var head =
        "POST /customers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    var chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
    assertThat(status(head + chunk.repeat(40) + "0\r\n\r\n")).isIn(HUNG_UP, 400, 413);
  }

  private int status(String request) throws IOException {
    var address = shop.address();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(15_000);
      var writing =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                      socket.getOutputStream().flush();
                    } catch (IOException e) {
                      // The service hung up before it had heard everything, as it may.
                    }
                  });
      var line = new StringBuilder();
      for (int c = socket.getInputStream().read();
          c >= 0 && c != '\r';
          c = socket.getInputStream().read()) {
        line.append((char) c);
      }
      writing.interrupt();
      assertThat(line.toString()).matches("HTTP/1\\.[01] \\d{3}.*");
      return Integer.parseInt(line.substring(9, 12));
    } catch (SocketException e) {
      return HUNG_UP;
    }
  }
}
