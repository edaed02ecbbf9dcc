package org.orders.adapter.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Where mails go, and from whom.
 *
 * @param mailbox the folder for mails where there is no mail server
 * @param domain what Message-IDs end in
 * @param server the mail server, where mails go to one
 */
record MailSettings(
    Way way, Path mailbox, MailAddress from, String domain, @Nullable Server server) {

  /** How mails leave the house. */
  enum Way {
    SMTP,
    MAILBOX,
    OFF
  }

  /**
   * A mail server.
   *
   * @param tls whether the connection is encrypted from its beginning
   * @param startTls {@code REQUIRED}, {@code OPTIONAL} or {@code DISABLED}
   * @param timeout after which silence is given up
   */
  record Server(
      String host,
      int port,
      boolean tls,
      String startTls,
      @Nullable String username,
      @Nullable String password,
      Duration timeout,
      int connections) {

    /** Says nothing of how to come in. */
    @Override
    public String toString() {
      return "Server[" + host + ":" + port + "]";
    }
  }

  private static final String PREFIX = "orders.mail.";
  private static final int SMTP = 25;
  private static final int SMTPS = 465;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when they cannot be meant
   */
  static MailSettings of(Config config) {
    Optional<String> host = text(config, "host");
    Way way =
        switch (text(config, "delivery").orElse("auto").toLowerCase(Locale.ROOT)) {
          case "auto" -> host.isPresent() ? Way.SMTP : Way.MAILBOX;
          case "smtp" -> Way.SMTP;
          case "mailbox" -> Way.MAILBOX;
          case "off" -> Way.OFF;
          default ->
              throw new IllegalArgumentException(
                  "ORDERS_MAIL_DELIVERY is one of auto, smtp, mailbox, off");
        };
    if (way == Way.SMTP && host.isEmpty()) {
      throw new IllegalArgumentException("ORDERS_MAIL_DELIVERY=smtp needs ORDERS_MAIL_HOST");
    }
    MailAddress from = from(config);
    Path mailbox =
        Path.of(config.getOptionalValue("orders.data.dir", String.class).orElse("data"), "mailbox");
    return new MailSettings(
        way,
        mailbox,
        from,
        text(config, "domain").orElse(from.host()),
        way == Way.SMTP ? server(config, host.orElseThrow()) : null);
  }

  private static MailAddress from(Config config) {
    String from = text(config, "from").orElse("Orders <orders@orders.example>");
    try {
      return MailAddress.parse(from);
    } catch (RuntimeException notAnAddress) {
      throw new IllegalArgumentException(
          "ORDERS_MAIL_FROM is an address such as 'A Shop <orders@example.org>'");
    }
  }

  private static Server server(Config config, String host) {
    boolean tls = config.getOptionalValue(PREFIX + "tls", Boolean.class).orElse(false);
    @Nullable String username = text(config, "username").orElse(null);
    // A password is not to be had by whoever leaves STARTTLS out of an answer.
    String usual = username == null ? "OPTIONAL" : "REQUIRED";
    String startTls =
        tls ? "DISABLED" : text(config, "start-tls").orElse(usual).toUpperCase(Locale.ROOT);
    return new Server(
        host,
        config.getOptionalValue(PREFIX + "port", Integer.class).orElse(tls ? SMTPS : SMTP),
        tls,
        startTls,
        username,
        text(config, "password").orElse(null),
        config.getOptionalValue(PREFIX + "timeout", Duration.class).orElse(Duration.ofSeconds(10)),
        config.getOptionalValue(PREFIX + "connections", Integer.class).orElse(8));
  }

  private static Optional<String> text(Config config, String name) {
    return config.getOptionalValue(PREFIX + name, String.class).filter(text -> !text.isBlank());
  }
}
