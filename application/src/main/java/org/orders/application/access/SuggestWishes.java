package org.orders.application.access;

import org.orders.domain.shared.EmailAddress;

/** Has mails sent to an administrator who never said whether and where they want them. */
public interface SuggestWishes {

  /** Gives the administrator with this name the address and all mails, unless they ever chose. */
  void suggest(String username, EmailAddress email);
}
