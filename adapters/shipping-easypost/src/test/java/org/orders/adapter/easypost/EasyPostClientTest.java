package org.orders.adapter.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class EasyPostClientTest {

  private static final Duration SHORT = Duration.ofSeconds(5);

  @Test
  void theFirstSilenceOfARowIsToldWithItsCause() throws IOException {
    EasyPostClient client = new EasyPostClient(nobody(), "EZTK-of-nobody", SHORT, SHORT);
    Logger logger = Logger.getLogger(EasyPostClient.class.getName());
    List<LogRecord> told = new CopyOnWriteArrayList<>();
    Handler handler = collecting(told);
    logger.addHandler(handler);
    try {
      assertThat(client.get("/v2/shipments/shp_1")).isEmpty();
      assertThat(client.get("/v2/shipments/shp_1")).isEmpty();
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(told)
        .filteredOn(record -> record.getLevel().intValue() >= Level.WARNING.intValue())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.getParameters()).containsExactly("java.net.ConnectException"));
  }

  /** An address where nobody listens any more. */
  private static String nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  private static Handler collecting(List<LogRecord> told) {
    return new Handler() {
      @Override
      public void publish(LogRecord heard) {
        told.add(heard);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
