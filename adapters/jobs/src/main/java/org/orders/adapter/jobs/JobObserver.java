package org.orders.adapter.jobs;

import java.time.Duration;
import org.orders.application.job.JobType;
import org.orders.application.job.RunJob.Ending;

/** Who counts what workers do. */
@FunctionalInterface
public interface JobObserver {

  void ended(JobType type, Ending ending, Duration duration);
}
