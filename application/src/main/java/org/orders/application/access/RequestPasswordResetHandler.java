package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.orders.application.access.PasswordResetRepository.Limit;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailKind;
import org.orders.application.notification.MailRequest;
import org.orders.application.notification.Mails;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.shared.EmailAddress;

/**
 * Writes the wish down and asks for its mail, whoever's the address is: for one that nobody has,
 * the job finds nobody to write to.
 */
final class RequestPasswordResetHandler implements RequestPasswordReset {

  private static final int MOST = 3;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final PasswordResetRepository resets;
  private final Mails mails;
  private final JobQueue jobs;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  RequestPasswordResetHandler(
      PasswordResetRepository resets,
      Mails mails,
      JobQueue jobs,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.resets = resets;
    this.mails = mails;
    this.jobs = jobs;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void request(EmailAddress email) {
    Instant now = clock.instant();
    ResetId id = new ResetId(ids.next());
    Limit limit = new Limit(MOST, now.minus(WINDOW));
    work.run(
        () -> {
          if (resets.add(id, email, now, now.plus(PasswordResetUseCases.LIFETIME), limit)) {
            jobs.enqueue(
                mails.job(
                    new MailRequest(
                        MailKind.of(Mail.PasswordReset.class), null, id.value(), Map.of())));
          }
        });
  }
}
