package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.application.job.JobBell;
import org.orders.application.job.JobQueue;
import org.orders.application.job.NewJob;
import org.orders.application.shared.IdGenerator;

/** Asks for work by a row that commits with whatever else the transaction writes. */
@ApplicationScoped
public class PostgresJobQueue implements JobQueue {

  private final Database database;
  private final IdGenerator ids;
  private final InstantSource clock;
  private final JobBell bell;

  PostgresJobQueue(Database database, IdGenerator ids, InstantSource clock, JobBell bell) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.bell = bell;
  }

  @Override
  public void enqueue(NewJob job) {
    database.run(
        sql ->
            sql.queryRow(
                "SELECT 1 AS one FROM enqueue_job(?, ?, ?, ?, ?, ?)",
                row -> row.integer("one"),
                ids.next(),
                job.type().value(),
                job.key(),
                job.payload(),
                job.notBefore(),
                clock.instant()));
    if (job.notBefore() == null) {
      ringOnceItIsThere();
    }
  }

  /** One statement, whatever the number. */
  @Override
  public void enqueueAll(Collection<NewJob> jobs) {
    List<NewJob> all = eachOnce(jobs);
    if (all.isEmpty()) {
      return;
    }
    database.run(
        sql ->
            sql.queryRow(
                "SELECT 1 AS one FROM enqueue_jobs(?, ?, ?, ?, ?, ?)",
                row -> row.integer("one"),
                SqlArray.ofUuids(all, _ -> ids.next()),
                SqlArray.ofTexts(all, job -> job.type().value()),
                SqlArray.ofTexts(all, NewJob::key),
                SqlArray.ofTexts(all, NewJob::payload),
                SqlArray.ofInstants(all, NewJob::notBefore),
                clock.instant()));
    if (all.stream().anyMatch(job -> job.notBefore() == null)) {
      ringOnceItIsThere();
    }
  }

  /**
   * The same work once, at the earliest of its times; and in one order, so that two who ask for the
   * same do not wait for each other in a circle.
   */
  private static List<NewJob> eachOnce(Collection<NewJob> jobs) {
    Map<Work, NewJob> once = new TreeMap<>();
    for (NewJob job : jobs) {
      once.merge(new Work(job.type().value(), job.key()), job, PostgresJobQueue::sooner);
    }
    return List.copyOf(once.values());
  }

  private static NewJob sooner(NewJob one, NewJob other) {
    Instant mine = one.notBefore();
    Instant its = other.notBefore();
    if (mine == null || (its != null && mine.isBefore(its))) {
      return one;
    }
    return new NewJob(one.type(), one.key(), one.payload(), its);
  }

  /** What makes two jobs the same. */
  private record Work(String type, String key) implements Comparable<Work> {
    @Override
    public int compareTo(Work other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : key.compareTo(other.key);
    }
  }

  private void ringOnceItIsThere() {
    if (database.inTransaction()) {
      database.afterTransaction(bell::ring);
    } else {
      bell.ring();
    }
  }
}
