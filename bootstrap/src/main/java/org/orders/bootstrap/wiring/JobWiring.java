package org.orders.bootstrap.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobQueries;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.ReadJobs;
import org.orders.application.job.RetryJob;
import org.orders.application.job.RunJob;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;

/** Wires work that is done later: every bean that is a {@link JobHandler} does its part. */
@Dependent
class JobWiring {

  @Produces
  @Singleton
  JobUseCases useCases(
      @All List<JobHandler> handlers,
      JobLeases leases,
      DeadJobs deadJobs,
      JobQueries queries,
      Idempotency idempotency,
      UnitOfWork work) {
    return new JobUseCases(
        handlers,
        leases,
        deadJobs,
        queries,
        idempotency,
        work,
        () -> ThreadLocalRandom.current().nextLong());
  }

  @Produces
  @Singleton
  RunJob runJob(JobUseCases useCases) {
    return useCases.runJob();
  }

  @Produces
  @Singleton
  ReadJobs readJobs(JobUseCases useCases) {
    return useCases.readJobs();
  }

  @Produces
  @Singleton
  RetryJob retryJob(JobUseCases useCases) {
    return useCases.retryJob();
  }
}
