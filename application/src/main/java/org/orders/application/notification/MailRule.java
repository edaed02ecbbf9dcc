package org.orders.application.notification;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One sort of mail: what has to happen for it to be sent, and how it is written.
 *
 * @param asksForIt whether what happened makes it due
 * @param writing writes it from what is in the database when it is sent; nothing where there is
 *     nothing to tell any more. It runs in a transaction, and may run again
 */
public record MailRule(
    MailKind kind,
    Predicate<OutboxMessage> asksForIt,
    Function<MailRequest, Optional<Letter>> writing) {

  /** A mail that follows from a type of message in the outbox. */
  public static MailRule on(
      String type, Class<? extends Mail> mail, Function<MailRequest, Optional<Letter>> writing) {
    return new MailRule(MailKind.of(mail), message -> message.type().equals(type), writing);
  }

  /** A mail that a use case asks for itself. */
  public static MailRule onRequest(
      Class<? extends Mail> mail, Function<MailRequest, Optional<Letter>> writing) {
    return new MailRule(MailKind.of(mail), message -> false, writing);
  }

  /** Only where a fact of the message has this value. */
  public MailRule where(String fact, String value) {
    return new MailRule(
        kind, asksForIt.and(message -> value.equals(message.facts().get(fact))), writing);
  }
}
