package org.orders.replay;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The small files that the tests replay. */
public final class Samples {

  /** 203 rows of real invoices. */
  public static final Path REAL = resource("invoices-cut.csv");

  /** A made-up file in which every rule applies. */
  public static final Path EVERY_RULE = resource("every-rule.csv");

  private Samples() {}

  private static Path resource(String name) {
    var url = Objects.requireNonNull(Samples.class.getResource("/online-retail/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
