package org.orders.adapter.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailKind;

/**
 * Writes mails from their pairs of templates, {@code templates/mail/<kind>.txt} and {@code .html}.
 * The first line of the text is the subject; HTML escapes whatever people wrote.
 */
final class MailTemplates {

  private static final String SUBJECT = "Subject: ";

  /** What a mail says, in both forms. */
  record Written(String subject, String text, String html) {}

  private final Engine engine;
  private final String shop;

  MailTemplates(Engine engine, String shop) {
    this.engine = engine;
    this.shop = shop;
  }

  Written write(Mail mail) {
    String name = "mail/" + MailKind.of(mail.getClass());
    String text = fill(name + ".txt", mail);
    int end = text.indexOf('\n');
    if (!text.startsWith(SUBJECT) || end < 0) {
      throw new IllegalStateException("the template " + name + ".txt begins with no subject");
    }
    return new Written(
        text.substring(SUBJECT.length(), end).strip(),
        text.substring(end).strip() + "\n",
        fill(name + ".html", mail).strip() + "\n");
  }

  private String fill(String name, Mail mail) {
    Template template = engine.getTemplate(name);
    if (template == null) {
      throw new IllegalStateException("there is no template " + name);
    }
    return template.data("mail", mail).data("shop", shop).render();
  }
}
