package org.orders.application.job;

import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.shared.NotFound;

/** Revives dead jobs. */
final class RetryJobHandler implements RetryJob {

  private final DeadJobs deadJobs;
  private final JobQueries queries;
  private final Idempotency idempotency;
  private final UnitOfWork work;

  RetryJobHandler(DeadJobs deadJobs, JobQueries queries, Idempotency idempotency, UnitOfWork work) {
    this.deadJobs = deadJobs;
    this.queries = queries;
    this.idempotency = idempotency;
    this.work = work;
  }

  @Override
  public Outcome<Job> retry(Command command, Once<Job> once) {
    return work.run(() -> idempotency.perform(once, () -> retry(command.job())));
  }

  private Job retry(JobId id) {
    Job present = find(id);
    if (!deadJobs.revive(id)) {
      throw new JobNotDead(present.state());
    }
    return find(id);
  }

  private Job find(JobId id) {
    return queries.find(id).orElseThrow(() -> new NotFound("job"));
  }
}
