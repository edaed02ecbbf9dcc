package org.orders.adapter.rest.job;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.Job;
import org.orders.application.job.JobState;

/** A job as administrators see it. */
@RegisterForReflection
public record JobJson(
    UUID id,
    String type,
    String key,
    String payload,
    JobState state,
    Instant dueAt,
    int tries,
    @Nullable Instant firstTriedAt,
    @Nullable String reason,
    Instant createdAt,
    Instant changedAt) {

  static JobJson of(Job job) {
    return new JobJson(
        job.id().value(),
        job.type().value(),
        job.key(),
        job.payload(),
        job.state(),
        job.dueAt(),
        job.tries(),
        job.firstTriedAt(),
        job.reason() == null ? null : job.reason().value(),
        job.createdAt(),
        job.changedAt());
  }
}
