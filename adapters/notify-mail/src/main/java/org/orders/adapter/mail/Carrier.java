package org.orders.adapter.mail;

import org.orders.application.notification.MailSender.Delivery;

/** A way for mails to leave the house. */
interface Carrier extends AutoCloseable {

  Delivery carry(FinishedMail mail);

  @Override
  default void close() {
    // Most hold nothing open.
  }
}
