package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.job.JobId;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobType;
import org.orders.application.job.Lease;
import org.orders.application.job.LeaseLost;
import org.orders.application.job.ReasonCode;
import org.orders.application.job.TakenJob;

/**
 * Leases as columns of the job: who names the present fence of a running job has it. Each operation
 * is one statement, whatever the number of jobs.
 */
@ApplicationScoped
public class PostgresJobLeases implements JobLeases {

  private static final String MILLISECONDS = "? * interval '1 millisecond'";

  private final Database database;

  PostgresJobLeases(Database database) {
    this.database = database;
  }

  @Override
  public List<TakenJob> take(Map<JobType, Integer> room, Duration time) {
    List<Map.Entry<JobType, Integer>> wishes = List.copyOf(room.entrySet());
    return database.run(
        sql ->
            sql.query(
                "SELECT id, type, key, payload, fence, tries, first_tried_at"
                    + " FROM take_jobs(?, ?, "
                    + MILLISECONDS
                    + ")",
                PostgresJobLeases::taken,
                SqlArray.ofTexts(wishes, wish -> wish.getKey().value()),
                SqlArray.ofInts(wishes, Map.Entry::getValue),
                time.toMillis()));
  }

  /** Passes by the rows that are being written for at this moment: they come next time. */
  @Override
  public void renew(Collection<Lease> leases, Duration time) {
    List<Lease> all = List.copyOf(leases);
    database.run(
        sql ->
            sql.update(
                """
                UPDATE job j SET lease_until = now() + %s
                  FROM (
                    SELECT r.id FROM job r
                      JOIN unnest(?, ?) AS l (id, fence) ON r.id = l.id AND r.fence = l.fence
                      WHERE r.state = 'RUNNING' FOR UPDATE OF r SKIP LOCKED) AS held
                  WHERE j.id = held.id
                """
                    .formatted(MILLISECONDS),
                time.toMillis(),
                ids(all),
                fences(all)));
  }

  @Override
  public void giveBack(Collection<Lease> leases) {
    List<Lease> all = List.copyOf(leases);
    database.run(
        sql ->
            sql.query(
                "SELECT return_job(l.id, l.fence, interval '0', NULL, false) AS held"
                    + " FROM unnest(?, ?) AS l (id, fence)",
                row -> row.flag("held"),
                ids(all),
                fences(all)));
  }

  @Override
  public void hold(Lease lease) {
    Optional<Integer> held =
        database.run(
            sql ->
                sql.queryOne(
                    "SELECT 1 AS held FROM job"
                        + " WHERE id = ? AND fence = ? AND state = 'RUNNING' FOR UPDATE",
                    row -> row.integer("held"),
                    lease.job().value(),
                    lease.fence()));
    require(held.isPresent());
  }

  @Override
  public void done(Lease lease) {
    int ended =
        database.run(
            sql ->
                sql.update(
                    "DELETE FROM job WHERE id = ? AND fence = ? AND state = 'RUNNING'",
                    lease.job().value(),
                    lease.fence()));
    require(ended == 1);
  }

  @Override
  public void retry(Lease lease, Duration after, ReasonCode reason) {
    boolean held =
        database.run(
            sql ->
                sql.queryRow(
                    "SELECT return_job(?, ?, " + MILLISECONDS + ", ?, true) AS held",
                    row -> row.flag("held"),
                    lease.job().value(),
                    lease.fence(),
                    after.toMillis(),
                    reason.value()));
    require(held);
  }

  @Override
  public void giveUp(Lease lease, ReasonCode reason) {
    int ended =
        database.run(
            sql ->
                sql.update(
                    """
                    UPDATE job SET
                        state = 'DEAD', reason = ?, lease_until = NULL, changed_at = now()
                      WHERE id = ? AND fence = ? AND state = 'RUNNING'
                    """,
                    reason.value(),
                    lease.job().value(),
                    lease.fence()));
    require(ended == 1);
  }

  private static void require(boolean held) {
    if (!held) {
      throw new LeaseLost();
    }
  }

  private static SqlArray ids(List<Lease> leases) {
    return SqlArray.ofUuids(leases, lease -> lease.job().value());
  }

  private static SqlArray fences(List<Lease> leases) {
    return SqlArray.ofLongs(leases, Lease::fence);
  }

  private static TakenJob taken(SqlRow row) throws SQLException {
    return new TakenJob(
        new Lease(new JobId(row.uuid("id")), row.number("fence")),
        new JobType(row.text("type")),
        row.text("key"),
        row.text("payload"),
        row.integer("tries"),
        row.instant("first_tried_at"));
  }
}
