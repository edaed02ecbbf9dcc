package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.orders.adapter.persistence.shared.Database;
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

  private void ringOnceItIsThere() {
    if (database.inTransaction()) {
      database.afterTransaction(bell::ring);
    } else {
      bell.ring();
    }
  }
}
