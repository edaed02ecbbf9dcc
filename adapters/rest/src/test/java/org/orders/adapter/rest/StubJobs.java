package org.orders.adapter.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobId;
import org.orders.application.job.JobNotDead;
import org.orders.application.job.JobState;
import org.orders.application.job.ReadJobs;
import org.orders.application.job.RetryJob;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.NotFound;

/** A shop in whose background nothing happens. */
@Dependent
class StubJobs {

  @Produces
  @Singleton
  ReadJobs readJobs() {
    return new ReadJobs() {
      @Override
      public Job read(JobId id) {
        throw new NotFound("job");
      }

      @Override
      public Page<Job> list(JobFilter filter, PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }

  @Produces
  @Singleton
  RetryJob retryJob() {
    return (command, once) -> {
      throw new JobNotDead(JobState.READY);
    };
  }
}
