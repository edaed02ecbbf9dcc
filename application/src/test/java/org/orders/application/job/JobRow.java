package org.orders.application.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as {@link InMemoryJobs} keeps it. */
record JobRow(Job job, long fence, Instant leaseUntil) {

  /** What a job is about: the same waits once and runs once. */
  record Subject(JobType type, String key) {}

  static JobRow asked(JobId id, NewJob asked, Instant now) {
    Instant dueAt = asked.notBefore() == null ? now : asked.notBefore();
    return new JobRow(
        new Job(
            id,
            asked.type(),
            asked.key(),
            asked.payload(),
            JobState.READY,
            dueAt,
            0,
            null,
            null,
            now,
            now),
        0,
        Instant.EPOCH);
  }

  Subject subject() {
    return new Subject(job.type(), job.key());
  }

  boolean is(JobState state) {
    return job.state() == state;
  }

  boolean isDue(Instant now) {
    return is(JobState.READY) && !job.dueAt().isAfter(now);
  }

  JobRow taken(Instant now, Instant until) {
    Instant first = job.firstTriedAt() == null ? now : job.firstTriedAt();
    Job running = with(JobState.RUNNING, job.dueAt(), job.tries() + 1, first, job.reason(), now);
    return new JobRow(running, fence + 1, until);
  }

  JobRow leasedUntil(Instant until) {
    return new JobRow(job, fence, until);
  }

  JobRow in(JobState state, Instant dueAt, int tries, @Nullable ReasonCode reason, Instant now) {
    return new JobRow(
        with(state, dueAt, tries, job.firstTriedAt(), reason, now), fence, leaseUntil);
  }

  /** This job in the place of another, whose tries go on. */
  JobRow inPlaceOf(Job other) {
    Job inherited =
        with(
            job.state(),
            job.dueAt(),
            Math.max(job.tries(), other.tries()),
            other.firstTriedAt(),
            other.reason(),
            job.changedAt());
    return new JobRow(inherited, fence, leaseUntil);
  }

  private Job with(
      JobState state,
      Instant dueAt,
      int tries,
      @Nullable Instant firstTriedAt,
      @Nullable ReasonCode reason,
      Instant changedAt) {
    return new Job(
        job.id(),
        job.type(),
        job.key(),
        job.payload(),
        state,
        dueAt,
        tries,
        firstTriedAt,
        reason,
        job.createdAt(),
        changedAt);
  }
}
