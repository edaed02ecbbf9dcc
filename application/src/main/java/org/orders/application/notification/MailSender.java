package org.orders.application.notification;

import java.time.Instant;
import java.util.UUID;
import org.orders.application.job.ReasonCode;

/** Who carries mails out of the house. Called outside any transaction. */
public interface MailSender {

  /**
   * Sends a mail, or says why not; it answers in a bounded time and throws nothing that a mail
   * server or a recipient's address brings about.
   *
   * @param id the mail's own: sent again, it is the same mail under the same Message-ID
   * @param date when it was first sent or tried
   */
  Delivery send(UUID id, Instant date, Letter letter);

  /** What became of it. */
  sealed interface Delivery {

    /** Somebody else has it now. */
    record Sent() implements Delivery {}

    /** It may be taken later, or may have been taken without our hearing of it. */
    record NotNow(ReasonCode why) implements Delivery {}

    /** It will never be taken as it is. */
    record Refused(ReasonCode why) implements Delivery {}

    static Delivery sent() {
      return new Sent();
    }

    static Delivery notNow(String why) {
      return new NotNow(new ReasonCode(why));
    }

    static Delivery refused(String why) {
      return new Refused(new ReasonCode(why));
    }
  }
}
