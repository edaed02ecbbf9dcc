package org.orders.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.orders.application.job.RunJob.Ending;
import org.orders.application.job.RunJob.Report;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.TestClock;
import org.orders.domain.shared.ConcurrentChange;

class RunJobHandlerTest {

  private static final JobType TYPE = new JobType("capture");
  private static final RetryPolicy TWICE =
      new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(1), 2);

  private final InMemoryDatabase work = new InMemoryDatabase();
  private final TestClock clock = new TestClock();
  private final InMemoryJobs jobs = new InMemoryJobs(work, new CountingIds(), clock);
  private final List<String> effects = new ArrayList<>();

  @Test
  void aJobThatIsDoneIsGone() {
    Report report = run(enqueued(), run -> JobOutcome.done());

    assertThat(report.ending()).isEqualTo(Ending.DONE);
    assertThat(all()).isEmpty();
  }

  @Test
  void aConcludedJobIsDoneWhateverHappensAfterwards() {
    Report report =
        run(
            enqueued(),
            run -> {
              run.conclude(() -> effects.add("effect"));
              throw new IllegalStateException("too late to matter");
            });

    assertThat(report.ending()).isEqualTo(Ending.DONE);
    assertThat(effects).containsExactly("effect");
    assertThat(all()).isEmpty();
  }

  @Test
  void theHandlerKnowsWhatItIsAboutAndHowOftenItWasTried() {
    TakenJob job = enqueued();

    run(
        job,
        run -> {
          effects.add(run.key() + " " + run.payload() + " " + run.tries());
          assertThat(run.firstTriedAt()).isEqualTo(job.firstTriedAt());
          return JobOutcome.done();
        });

    assertThat(effects).containsExactly("key payload 1");
  }

  @Test
  void whatMaySucceedLaterWaitsByThePolicy() {
    Report report = run(enqueued(), run -> JobOutcome.retryLater("gateway-unavailable"));

    assertThat(report.ending()).isEqualTo(Ending.RETRIED);
    Job waiting = all().getFirst();
    assertThat(waiting.reason()).isEqualTo(new ReasonCode("gateway-unavailable"));
    assertThat(wait(waiting)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void aHandlerMaySayHowLongToWait() {
    run(enqueued(), run -> JobOutcome.retryAfter(Duration.ofHours(3), "asked-to-wait"));

    assertThat(wait(all().getFirst())).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void anUnexpectedFailureIsReportedAndTriedAgain() {
    IllegalStateException failure = new IllegalStateException("nobody expected this");

    Report report =
        run(
            enqueued(),
            run -> {
              throw failure;
            });

    assertThat(report.ending()).isEqualTo(Ending.RETRIED);
    assertThat(report.failure()).isSameAs(failure);
    assertThat(all().getFirst().reason()).isEqualTo(new ReasonCode("unexpected-error"));
  }

  @Test
  void aRefusalIsTriedAgainUnderItsCode() {
    Report report =
        run(
            enqueued(),
            run -> {
              throw new ConcurrentChange();
            });

    assertThat(report.failure()).isNull();
    assertThat(all().getFirst().reason()).isEqualTo(new ReasonCode("conflict"));
  }

  @Test
  void whatCannotBeDoneIsGivenUpAtOnce() {
    Report report = run(enqueued(), run -> JobOutcome.giveUp("no-such-card"));

    assertThat(report.ending()).isEqualTo(Ending.DEAD);
    assertThat(all().getFirst().state()).isEqualTo(JobState.DEAD);
  }

  @Test
  void whatIsGivenUpByTheCommitThatRecordsWhyIsDeadOnce() {
    Report report =
        run(enqueued(), run -> run.end(() -> JobOutcome.giveUp("address-not-deliverable")));

    assertThat(report.ending()).isEqualTo(Ending.DEAD);
    assertThat(all()).singleElement().extracting(Job::state).isEqualTo(JobState.DEAD);
  }

  @Test
  void anEndThatSaysLaterLeavesTheWaitingToThePolicy() {
    Report report = run(enqueued(), run -> run.end(() -> JobOutcome.retryLater("not-yet")));

    assertThat(report.ending()).isEqualTo(Ending.RETRIED);
    assertThat(all()).singleElement().extracting(Job::state).isEqualTo(JobState.READY);
  }

  @Test
  void theLastTryIsTheEndWithItsOwnReason() {
    run(enqueued(), run -> JobOutcome.retryAfter(Duration.ZERO, "once"));
    Report report = run(taken(), run -> JobOutcome.retryAfter(Duration.ZERO, "twice"));

    assertThat(report.ending()).isEqualTo(Ending.DEAD);
    assertThat(all().getFirst().reason()).isEqualTo(new ReasonCode("twice"));
  }

  @Test
  void aJobThatKilledItsWorkersIsNotGivenToAnother() {
    jobs.enqueue(NewJob.of(TYPE, "deadly"));
    TakenJob first = jobs.take(Map.of(TYPE, 1), Duration.ofMinutes(1)).getFirst();
    TakenJob third = new TakenJob(first.lease(), TYPE, "deadly", "", 3, first.firstTriedAt());

    Report report =
        run(
            third,
            run -> {
              effects.add("ran");
              return JobOutcome.done();
            });

    assertThat(effects).isEmpty();
    assertThat(report.ending()).isEqualTo(Ending.DEAD);
    assertThat(all().getFirst().reason()).isEqualTo(new ReasonCode("too-many-tries"));
  }

  @Test
  void aWorkerThatLostItsJobWritesNothing() {
    TakenJob job = enqueued();
    jobs.giveBack(List.of(job.lease()));

    Report report =
        run(
            job,
            run -> {
              run.record(() -> effects.add("late"));
              return JobOutcome.done();
            });

    assertThat(report.ending()).isEqualTo(Ending.LOST);
    assertThat(effects).isEmpty();
    assertThat(all()).extracting(Job::state).containsExactly(JobState.READY);
  }

  private TakenJob enqueued() {
    jobs.enqueue(new NewJob(TYPE, "key", "payload", null));
    return taken();
  }

  private TakenJob taken() {
    return jobs.take(Map.of(TYPE, 1), Duration.ofMinutes(1)).getFirst();
  }

  private Report run(TakenJob job, Function<JobRun, JobOutcome> work) {
    JobHandler handler =
        new JobHandler() {
          @Override
          public JobType type() {
            return TYPE;
          }

          @Override
          public JobOutcome run(JobRun run) {
            return work.apply(run);
          }

          @Override
          public RetryPolicy retries() {
            return TWICE;
          }
        };
    return new RunJobHandler(List.of(handler), jobs, this.work, new Random(1)).run(job);
  }

  private List<Job> all() {
    return jobs.list(new JobFilter(null, null), new PageRequest(50, null, false)).items();
  }

  private static Duration wait(Job waiting) {
    return Duration.between(waiting.changedAt(), waiting.dueAt());
  }
}
