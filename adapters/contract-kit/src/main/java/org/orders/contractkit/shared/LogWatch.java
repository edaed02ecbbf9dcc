package org.orders.contractkit.shared;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everything that is logged, at any level, or printed, while it watches. */
public final class LogWatch implements AutoCloseable {

  private final Queue<String> records = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("org.orders");
  private final Level oursBefore = ours.getLevel();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          records.add(
              String.join(
                  " ",
                  String.valueOf(logged.getLoggerName()),
                  String.valueOf(logged.getMessage()),
                  Arrays.toString(logged.getParameters()),
                  trace(logged.getThrown())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LogWatch() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    ours.setLevel(Level.ALL);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  public String seen() {
    return String.join("\n", records) + printed.toString(StandardCharsets.UTF_8);
  }

  private static String trace(@Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    ours.setLevel(oursBefore);
    root.removeHandler(handler);
  }
}
