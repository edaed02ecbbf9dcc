package org.orders.integration.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The application as it is shipped: a native binary where {@code orders.binary} names one, else the
 * jar that {@code orders.jar} names, run by the JDK that runs the tests.
 */
final class PackagedApplication {

  private PackagedApplication() {}

  /** Whether it is a native binary. */
  static boolean isNative() {
    return !System.getProperty("orders.binary", "").isBlank();
  }

  static List<String> command() {
    if (isNative()) {
      return List.of(present(Path.of(System.getProperty("orders.binary"))).toString());
    }
    var jar =
        present(
            Path.of(
                System.getProperty(
                    "orders.jar", "../bootstrap/target/quarkus-app/quarkus-run.jar")));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // C1 alone starts in half the time, and the services of a test live for seconds.
    command.addAll(
        List.of(
            System.getProperty("orders.jvm.args", "-Xmx640m -XX:TieredStopAtLevel=1").split(" ")));
    command.addAll(StartUpCache.options());
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  private static Path present(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The packaged application is not there: " + file.toAbsolutePath());
    }
    return file.toAbsolutePath();
  }
}
