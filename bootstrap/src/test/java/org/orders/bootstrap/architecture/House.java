package org.orders.bootstrap.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The project as it lies on the disk: its modules, as the root pom names them. */
final class House {

  /** The folder of the root pom. */
  static final Path ROOT = Path.of(System.getProperty("orders.house"));

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private House() {}

  static List<String> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(ROOT.resolve("pom.xml")))
        .results()
        .map(module -> module.group(1))
        .toList();
  }
}
