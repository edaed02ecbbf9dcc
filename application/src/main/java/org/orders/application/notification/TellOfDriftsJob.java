package org.orders.application.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.orders.application.access.WishRepository;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.ReconcileInventory;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;

/**
 * Asks for one mail to each administrator who wants to hear of stock, by the commit that ends it,
 * when the books of stock began to disagree. Its key is the time of the comparison that found it,
 * its payload the number of drifts.
 */
public final class TellOfDriftsJob implements JobHandler, OutboxListener {

  public static final JobType TYPE = new JobType("tell-of-drifts");

  private final WishRepository wishes;
  private final Mails mails;
  private final JobQueue jobs;
  private final boolean wanted;

  /**
   * Tells administrators.
   *
   * @param wanted whether mails are sent at all
   */
  public TellOfDriftsJob(WishRepository wishes, Mails mails, JobQueue jobs, boolean wanted) {
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
    if (!wanted || !message.type().equals(ReconcileInventory.DRIFTS_FOUND)) {
      return List.of();
    }
    String drifts = Objects.requireNonNull(message.facts().get("drifts"));
    return List.of(new NewJob(TYPE, message.at().toString(), drifts, null));
  }

  @Override
  public JobOutcome run(JobRun run) {
    Check check = new Check(Instant.parse(run.key()), Long.parseLong(run.payload()));
    return run.conclude(
        () ->
            jobs.enqueueAll(
                wishes.wantingLowStock().stream()
                    .map(administrator -> mails.job(StockMails.request(check, administrator)))
                    .toList()));
  }
}
