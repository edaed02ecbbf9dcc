package org.orders.application.notification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.orders.application.access.WishRepository;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;

/**
 * Asks for one mail to each administrator who wants to hear of an alert, by the commit that ends
 * it; so each gets one, and none waits for another's mail server.
 */
public final class TellOfLowStockJob implements JobHandler, OutboxListener {

  public static final JobType TYPE = new JobType("tell-of-low-stock");

  private final WishRepository wishes;
  private final Mails mails;
  private final JobQueue jobs;
  private final boolean wanted;

  /**
   * Tells administrators.
   *
   * @param wanted whether mails are sent at all
   */
  public TellOfLowStockJob(WishRepository wishes, Mails mails, JobQueue jobs, boolean wanted) {
    this.wishes = wishes;
    this.mails = mails;
    this.jobs = jobs;
    this.wanted = wanted;
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public List<NewJob> hear(OutboxMessage message) {
    if (!wanted || !message.type().equals("STOCK_LOW")) {
      return List.of();
    }
    return List.of(NewJob.of(TYPE, Objects.requireNonNull(message.subject()).toString()));
  }

  @Override
  public JobOutcome run(JobRun run) {
    UUID alert = UUID.fromString(run.key());
    return run.conclude(
        () ->
            jobs.enqueueAll(
                wishes.wantingLowStock().stream()
                    .map(administrator -> mails.job(StockMails.request(alert, administrator)))
                    .toList()));
  }
}
