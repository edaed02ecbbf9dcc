package org.orders.adapter.jobs;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orders.application.job.JobBacklog;
import org.orders.application.job.JobQueries;
import org.orders.application.job.JobType;
import org.orders.application.job.RunJob;
import org.orders.application.notification.Outbox;

/** Looks now and then at what there is to do, for the metrics. */
@ApplicationScoped
class WatchBacklogJob {

  private final JobQueries queries;
  private final RunJob runJob;
  private final Outbox outbox;
  private final JobMetrics metrics;
  private final OutboxMetrics outboxMetrics;
  private final Quietly quietly;

  WatchBacklogJob(
      JobQueries queries,
      RunJob runJob,
      Outbox outbox,
      JobMetrics metrics,
      OutboxMetrics outboxMetrics,
      Quietly quietly) {
    this.queries = queries;
    this.runJob = runJob;
    this.outbox = outbox;
    this.metrics = metrics;
    this.outboxMetrics = outboxMetrics;
    this.quietly = quietly;
  }

  @Scheduled(
      identity = "watch-backlog",
      every = "${orders.jobs.watch-backlog-every:10s}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    quietly.run(
        "watch-backlog",
        () -> {
          metrics.show(withNothingForTheOthers(queries.backlog()));
          outboxMetrics.show(outbox.backlog());
        });
  }

  /** A type of which there is nothing to do shows zeros, rather than what there was before. */
  private List<JobBacklog> withNothingForTheOthers(List<JobBacklog> found) {
    Map<JobType, JobBacklog> byType =
        found.stream().collect(Collectors.toMap(JobBacklog::type, Function.identity()));
    Stream<JobBacklog> nothing =
        runJob.types().stream()
            .filter(type -> !byType.containsKey(type))
            .map(type -> new JobBacklog(type, 0, 0, 0, Duration.ZERO));
    return Stream.concat(found.stream(), nothing).toList();
  }
}
