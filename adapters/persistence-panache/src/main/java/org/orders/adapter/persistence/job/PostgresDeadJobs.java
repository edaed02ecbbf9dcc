package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Failures;
import org.orders.adapter.persistence.shared.StatementFailed;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.JobAlreadyWaiting;
import org.orders.application.job.JobBell;
import org.orders.application.job.JobId;
import org.orders.application.job.JobType;

/** Revives jobs that were given up, unless the same work waits already. */
@ApplicationScoped
public class PostgresDeadJobs implements DeadJobs {

  private final Database database;
  private final JobBell bell;

  PostgresDeadJobs(Database database, JobBell bell) {
    this.database = database;
    this.bell = bell;
  }

  @Override
  public boolean revive(JobId id) {
    int revived;
    try {
      revived =
          database.run(
              sql ->
                  sql.update(
                      """
                      UPDATE job SET state = 'READY', run_at = now(), tries = 0, changed_at = now()
                        WHERE id = ? AND state = 'DEAD'
                      """,
                      id.value()));
    } catch (StatementFailed failure) {
      throw Failures.violatedConstraint(failure).filter("job_waiting"::equals).isPresent()
          ? new JobAlreadyWaiting()
          : failure;
    }
    if (revived == 1 && database.inTransaction()) {
      database.afterTransaction(bell::ring);
    }
    return revived == 1;
  }

  @Override
  public void forget(JobType type, String key) {
    database.run(
        sql ->
            sql.update(
                """
                DELETE FROM job WHERE id IN (
                  SELECT id FROM job WHERE type = ? AND key = ? AND state = 'DEAD'
                  FOR UPDATE SKIP LOCKED)
                """,
                type.value(),
                key));
  }
}
