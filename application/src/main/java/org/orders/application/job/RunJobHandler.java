package org.orders.application.job;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.shared.Refusal;

/** Hands jobs to their handlers. */
final class RunJobHandler implements RunJob {

  private static final ReasonCode UNEXPECTED = new ReasonCode("unexpected-error");

  /** The workers that had it died every time, before they could record anything. */
  private static final ReasonCode TOO_MANY_TRIES = new ReasonCode("too-many-tries");

  private final Map<JobType, JobHandler> handlers;
  private final JobLeases leases;
  private final UnitOfWork work;
  private final RandomGenerator chance;

  RunJobHandler(
      Collection<? extends JobHandler> handlers,
      JobLeases leases,
      UnitOfWork work,
      RandomGenerator chance) {
    this.handlers = byType(handlers);
    this.leases = leases;
    this.work = work;
    this.chance = chance;
  }

  @Override
  public Set<JobType> types() {
    return handlers.keySet();
  }

  @Override
  public Report run(TakenJob job) {
    JobHandler handler = handlers.get(job.type());
    if (handler == null) {
      throw new IllegalArgumentException("nobody here does jobs of the type " + job.type());
    }
    try {
      return run(job, handler);
    } catch (LeaseLost lost) {
      return new Report(Ending.LOST, null, null);
    }
  }

  private Report run(TakenJob job, JobHandler handler) {
    RetryPolicy policy = handler.retries();
    if (job.tries() > policy.mostTries()) {
      return giveUp(job, TOO_MANY_TRIES, null);
    }
    JobRun run = new JobRun(job, leases, work);
    JobOutcome outcome;
    try {
      outcome = handler.run(run);
    } catch (LeaseLost lost) {
      throw lost;
    } catch (Refusal refusal) {
      return run.isConcluded()
          ? new Report(Ending.DONE, null, null)
          : again(job, policy, new ReasonCode(refusal.code()), null, null);
    } catch (RuntimeException failure) {
      return run.isConcluded()
          ? new Report(Ending.DONE, null, failure)
          : again(job, policy, UNEXPECTED, null, failure);
    }
    return switch (outcome) {
      case JobOutcome.Done _ -> done(job, run);
      case JobOutcome.RetryLater(var reason, var after) -> again(job, policy, reason, after, null);
      case JobOutcome.GiveUp(var reason) ->
          run.isConcluded() ? new Report(Ending.DEAD, reason, null) : giveUp(job, reason, null);
    };
  }

  private Report done(TakenJob job, JobRun run) {
    if (!run.isConcluded()) {
      leases.done(job.lease());
    }
    return new Report(Ending.DONE, null, null);
  }

  private Report again(
      TakenJob job,
      RetryPolicy policy,
      ReasonCode reason,
      @Nullable Duration after,
      @Nullable RuntimeException failure) {
    if (job.tries() >= policy.mostTries()) {
      return giveUp(job, reason, failure);
    }
    leases.retry(
        job.lease(), after == null ? policy.waitAfter(job.tries(), chance) : after, reason);
    return new Report(Ending.RETRIED, reason, failure);
  }

  private Report giveUp(TakenJob job, ReasonCode reason, @Nullable RuntimeException failure) {
    leases.giveUp(job.lease(), reason);
    return new Report(Ending.DEAD, reason, failure);
  }

  private static Map<JobType, JobHandler> byType(Collection<? extends JobHandler> handlers) {
    Map<JobType, JobHandler> byType = new LinkedHashMap<>();
    for (JobHandler handler : handlers) {
      if (byType.put(handler.type(), handler) != null) {
        throw new IllegalArgumentException("two handlers of the type " + handler.type());
      }
    }
    return Map.copyOf(byType);
  }
}
