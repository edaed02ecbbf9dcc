package org.orders.adapter.localcarrier.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;

/** A label needs nothing of AWT that has native parts: a native program has none of them. */
class WithoutAwtTest {

  private static final Pattern INITIALIZED =
      Pattern.compile(
          "Initializing '((?:java/awt|javax/imageio|sun/awt|sun/java2d|sun/font)[^']*)'");

  @Test
  void nothingOfAwtIsInitializedButAColour() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+init=info",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Print.class.getName())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(log.lines().limit(20).toList().toString()).isZero();
    List<String> classes =
        INITIALIZED.matcher(log).results().map(found -> found.group(1)).distinct().toList();
    assertThat(log).contains("printed");
    assertThat(classes)
        .allMatch(name -> name.equals("java/awt/Color") || name.startsWith("java/awt/geom/"));
  }

  /** The program that is watched. */
  static final class Print {

    private Print() {}

    public static void main(String[] args) {
      Address address = new Address("長安街 1", null, "กรุงเทพ", null, "1", new CountryCode("TH"));
      new LabelPrinter()
          .print(
              new LabelPrinter.Content(
                  "EXPRESS",
                  "Иван",
                  address,
                  "محمد",
                  address,
                  "+1",
                  "1",
                  "2026-11-20",
                  new TrackingNumber("CA123456785US")));
      System.out.println("printed");
    }
  }
}
