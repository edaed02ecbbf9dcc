package org.orders.replay;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What to replay, and where. */
record Settings(Path file, URI url, String username, String password) {

  private static final String USAGE =
      """
      usage: replay FILE
        ORDERS_URL             where the service runs (http://localhost:8080)
        ORDERS_ADMIN_USERNAME  an administrator of it (admin)
        ORDERS_ADMIN_PASSWORD  the administrator's password""";

  /** Settings that cannot be used. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static Settings from(List<String> arguments, Map<String, String> environment) throws Unusable {
    if (arguments.size() != 1 || arguments.getFirst().isBlank()) {
      throw new Unusable(USAGE);
    }
    String password = environment.getOrDefault("ORDERS_ADMIN_PASSWORD", "");
    if (password.isEmpty()) {
      throw new Unusable("ORDERS_ADMIN_PASSWORD is not set\n" + USAGE);
    }
    return new Settings(
        Path.of(arguments.getFirst()),
        url(setting(environment, "ORDERS_URL", "http://localhost:8080")),
        setting(environment, "ORDERS_ADMIN_USERNAME", "admin"),
        password);
  }

  /** A variable that is set to nothing counts as not set, as in a shell. */
  private static String setting(Map<String, String> environment, String name, String fallback) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? fallback : value.strip();
  }

  private static URI url(String text) throws Unusable {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && url.getScheme() != null && url.getScheme().startsWith("http")) {
        return url;
      }
      throw new Unusable("ORDERS_URL is no http address: " + text);
    } catch (URISyntaxException noUrl) {
      throw new Unusable("ORDERS_URL is no http address: " + text);
    }
  }

  @Override
  public String toString() {
    return file + " to " + url;
  }
}
