package org.orders.adapter.mail;

import io.quarkus.qute.Engine;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.mail.MailTemplates.Written;
import org.orders.application.notification.Letter;
import org.orders.application.notification.MailSender;

/** Writes mails from templates, and hands them to whoever is configured to carry them. */
@Singleton
final class TemplateMailSender implements MailSender {

  private static final Logger LOG = Logger.getLogger(TemplateMailSender.class);

  /** The name of a TLS configuration of Quarkus' that says which mail servers are trusted. */
  private static final String TRUST = "mail";

  private final MailSettings settings;
  private final MailTemplates templates;
  private final Carrier carrier;

  @Inject
  TemplateMailSender(Config config, Engine engine, Vertx vertx, TlsConfigurationRegistry tls) {
    this(MailSettings.of(config), engine, vertx, trust(tls));
  }

  TemplateMailSender(
      MailSettings settings, Engine engine, Vertx vertx, @Nullable TrustOptions trust) {
    this.settings = settings;
    this.templates = new MailTemplates(engine, shop(settings.from()));
    this.carrier =
        switch (settings.way()) {
          case SMTP -> new SmtpCarrier(vertx, Objects.requireNonNull(settings.server()), trust);
          case MAILBOX -> new MailboxFolder(settings.mailbox());
          case OFF -> _ -> Delivery.sent();
        };
  }

  private static String shop(MailAddress from) {
    return from.name().isEmpty() ? from.address() : from.name();
  }

  private static @Nullable TrustOptions trust(TlsConfigurationRegistry tls) {
    return tls.get(TRUST).map(TlsConfiguration::getTrustStoreOptions).orElse(null);
  }

  /** At the start, so that settings which cannot be meant are found out then. */
  void tell(@Observes StartupEvent start) {
    switch (settings.way()) {
      case SMTP -> LOG.infof("Mails go to the mail server %s", settings.server());
      case MAILBOX -> LOG.infof("Mails go to the folder %s", settings.mailbox());
      case OFF -> LOG.info("No mails are sent");
    }
  }

  @Override
  public Delivery send(UUID id, Instant date, Letter letter) {
    Written written = templates.write(letter.mail());
    return carrier.carry(
        new FinishedMail(
            id,
            settings.domain(),
            date,
            settings.from(),
            letter.to().stream().map(MailAddress::of).toList(),
            written.subject(),
            written.text(),
            written.html()));
  }

  @PreDestroy
  void close() {
    carrier.close();
  }
}
