package org.orders.application.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;

/** A mail and whom it is for; at least one. */
public record Letter(List<Recipient> to, Mail mail) {

  /** Somebody who gets a mail. */
  public record Recipient(EmailAddress address, @Nullable PersonName name) {}

  public Letter {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("a letter is for somebody");
    }
  }

  public static Letter to(Contact contact, Mail mail) {
    return new Letter(List.of(new Recipient(contact.email(), contact.name())), mail);
  }

  /** Says what it is and nothing of what it says, or to whom. */
  @Override
  public String toString() {
    return "Letter[" + mail.getClass().getSimpleName() + "]";
  }
}
