package org.orders.application.job;

import java.time.InstantSource;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.UnitOfWork;

class InMemoryJobsTest extends JobsContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryJobs jobs =
      new InMemoryJobs(database, new CountingIds(), InstantSource.system());

  @Override
  protected JobQueue queue() {
    return jobs;
  }

  @Override
  protected JobLeases leases() {
    return jobs;
  }

  @Override
  protected JobQueries queries() {
    return jobs;
  }

  @Override
  protected DeadJobs deadJobs() {
    return jobs;
  }

  @Override
  protected UnitOfWork work() {
    return database;
  }
}
