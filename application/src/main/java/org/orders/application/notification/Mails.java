package org.orders.application.notification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.application.job.NewJob;
import org.orders.application.shared.IdGenerator;

/**
 * All sorts of mail that there are: hears what happened, asks for the mails that follow, and knows
 * how they are written.
 */
public final class Mails implements OutboxListener {

  private final Map<MailKind, MailRule> rules = new LinkedHashMap<>();
  private final IdGenerator ids;
  private final boolean wanted;

  /**
   * @param wanted whether mails are sent at all
   */
  public Mails(Collection<? extends MailRules> features, IdGenerator ids, boolean wanted) {
    for (MailRules feature : features) {
      for (MailRule rule : feature.rules()) {
        if (rules.put(rule.kind(), rule) != null) {
          throw new IllegalArgumentException("two rules for mails of the kind " + rule.kind());
        }
      }
    }
    this.ids = ids;
    this.wanted = wanted;
  }

  /** The sorts of mail that can be written. */
  public Set<MailKind> kinds() {
    return Set.copyOf(rules.keySet());
  }

  @Override
  public List<NewJob> hear(OutboxMessage message) {
    return rules.values().stream()
        .filter(rule -> wanted && rule.asksForIt().test(message))
        .map(
            rule ->
                job(
                    new MailRequest(
                        rule.kind(), message.orderId(), message.subject(), message.facts())))
        .toList();
  }

  /** The job that sends the mail. Its key is the mail's own id, so that a repeat is known. */
  public NewJob job(MailRequest request) {
    return new NewJob(SendMailJob.TYPE, ids.next().toString(), request.payload(), null);
  }

  /** Whether the mail can be written here. */
  boolean knows(MailRequest request) {
    return rules.containsKey(request.kind());
  }

  /** The mail as it is to be written now; nothing where there is nothing to tell any more. */
  Optional<Letter> write(MailRequest request) {
    return Optional.ofNullable(rules.get(request.kind()))
        .flatMap(rule -> rule.writing().apply(request));
  }
}
