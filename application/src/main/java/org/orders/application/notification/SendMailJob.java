package org.orders.application.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;

/**
 * Sends one mail. Where the program dies between the mail server's yes and the end of the job, the
 * mail is sent again under the same Message-ID, by which the receiving side knows it.
 */
public final class SendMailJob implements JobHandler {

  public static final JobType TYPE = new JobType("send-mail");

  /** For about a day: longer than a mail server is away. */
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(10), 200);

  private final Mails mails;
  private final MailSender sender;
  private final UnitOfWork work;

  public SendMailJob(Mails mails, MailSender sender, UnitOfWork work) {
    this.mails = mails;
    this.sender = sender;
    this.work = work;
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public JobOutcome run(JobRun run) {
    MailRequest request = MailRequest.parse(run.payload());
    if (!mails.knows(request)) {
      // Perhaps a newer replica asked for it, and one of those will have it.
      return JobOutcome.retryLater("unknown-mail");
    }
    Optional<Letter> letter = work.run(() -> mails.write(request));
    if (letter.isEmpty()) {
      return JobOutcome.done();
    }
    UUID id = UUID.fromString(run.key());
    return switch (sender.send(id, run.firstTriedAt(), letter.get())) {
      case MailSender.Delivery.Sent() -> JobOutcome.done();
      case MailSender.Delivery.NotNow(var why) -> new JobOutcome.RetryLater(why, null);
      case MailSender.Delivery.Refused(var why) -> new JobOutcome.GiveUp(why);
    };
  }
}
