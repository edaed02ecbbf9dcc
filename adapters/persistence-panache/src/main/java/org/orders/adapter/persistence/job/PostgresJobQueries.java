package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.job.Job;
import org.orders.application.job.JobBacklog;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobId;
import org.orders.application.job.JobQueries;
import org.orders.application.job.JobState;
import org.orders.application.job.JobType;
import org.orders.application.job.ReasonCode;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Jobs as administrators see them. */
@ApplicationScoped
public class PostgresJobQueries implements JobQueries {

  private static final String COLUMNS =
      "id, type, key, payload, state, run_at, tries, first_tried_at, reason, created_at, changed_at";

  private static final KeysetList<Job> NEWEST =
      new KeysetList<>(
          COLUMNS,
          "job",
          "created_at",
          "id",
          PostgresJobQueries::read,
          job -> new Keyset(job.createdAt(), job.id().value()));

  private final Database database;

  PostgresJobQueries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Job> find(JobId id) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT " + COLUMNS + " FROM job WHERE id = ?",
                PostgresJobQueries::read,
                id.value()));
  }

  @Override
  public Page<Job> list(JobFilter filter, PageRequest page) {
    Conditions conditions = new Conditions();
    if (filter.state() != null) {
      // Written out, because a parameter would hide the partial index from the planner.
      conditions.and("state = '" + filter.state().name() + "'");
    }
    if (filter.type() != null) {
      conditions.and("type = ?", filter.type().value());
    }
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }

  @Override
  public List<JobBacklog> backlog() {
    return database.run(
        sql ->
            sql.query(
                """
                SELECT type,
                       count(*) FILTER (WHERE state = 'READY' AND run_at <= now()) AS ready,
                       count(*) FILTER (WHERE state = 'RUNNING') AS running,
                       count(*) FILTER (WHERE state = 'DEAD') AS dead,
                       coalesce(extract(epoch FROM now() - min(run_at)
                         FILTER (WHERE state = 'READY' AND run_at <= now())) * 1000, 0)::bigint
                         AS oldest_ready
                  FROM job GROUP BY type
                """,
                PostgresJobQueries::readBacklog));
  }

  private static JobBacklog readBacklog(SqlRow row) throws SQLException {
    return new JobBacklog(
        new JobType(row.text("type")),
        row.number("ready"),
        row.number("running"),
        row.number("dead"),
        Duration.ofMillis(row.number("oldest_ready")));
  }

  private static Job read(SqlRow row) throws SQLException {
    String reason = row.textOrNull("reason");
    return new Job(
        new JobId(row.uuid("id")),
        new JobType(row.text("type")),
        row.text("key"),
        row.text("payload"),
        JobState.valueOf(row.text("state")),
        row.instant("run_at"),
        row.integer("tries"),
        row.instantOrNull("first_tried_at"),
        reason == null ? null : new ReasonCode(reason),
        row.instant("created_at"),
        row.instant("changed_at"));
  }
}
