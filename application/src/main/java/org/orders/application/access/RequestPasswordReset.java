package org.orders.application.access;

import org.orders.domain.shared.EmailAddress;

/** Has a mail sent to somebody who does not know their password. */
public interface RequestPasswordReset {

  /**
   * Sends a token that is good once, for half an hour, where an account has the address, and at
   * most three of them an hour. Whether it does cannot be told, by the answer or its time.
   */
  void request(EmailAddress email);
}
