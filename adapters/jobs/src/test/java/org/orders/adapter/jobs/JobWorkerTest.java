package org.orders.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.application.job.DelegatingLeases;
import org.orders.application.job.InMemoryJobs;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobState;
import org.orders.application.job.JobType;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.NewJob;
import org.orders.application.job.RunJob.Ending;
import org.orders.application.job.TakenJob;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryIdempotencyStore;
import org.orders.application.shared.PageRequest;

class JobWorkerTest {

  private static final JobType TYPE = new JobType("capture");
  private static final Duration LEASE = Duration.ofMillis(1_200);
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryJobs jobs =
      new InMemoryJobs(database, new CountingIds(), InstantSource.system());
  private final LocalBell bell = new LocalBell();
  private final ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean databaseIsAway = new AtomicBoolean();
  private JobWorker worker;

  @AfterEach
  void stop() {
    worker.stop();
  }

  @Test
  void theBellWakesItAtOnce() {
    work(SELDOM, 4, run -> JobOutcome.done());
    Instant begun = Instant.now();

    enqueue(1);

    eventually(() -> endings.size() == 1);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void withoutTheBellItLooksByItself() {
    work(Duration.ofMillis(50), 4, run -> JobOutcome.done());

    jobs.enqueue(NewJob.of(TYPE, "nobody-rang"));

    eventually(() -> endings.size() == 1);
  }

  @Test
  void itDoesAllJobsThoughItHasRoomForFewAndTheBellRangOnce() {
    work(SELDOM, 3, run -> JobOutcome.done());

    enqueue(100);

    eventually(() -> endings.size() == 100);
    assertThat(endings).containsOnly(Ending.DONE);
  }

  @Test
  void noMoreJobsOfATypeRunAtOnceThanItsBulkheadLetsIn() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    work(
        SELDOM,
        3,
        run -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          sleep(Duration.ofMillis(5));
          inside.decrementAndGet();
          return JobOutcome.done();
        });

    enqueue(40);

    eventually(() -> endings.size() == 40);
    assertThat(most).hasValue(3);
  }

  @Test
  void aTypeWhoseHandlersHangLeavesTheOthersTheirRoom() {
    JobType other = new JobType("mail");
    CountDownLatch hanging = new CountDownLatch(1);
    start(
        settings(SELDOM, LEASE, Duration.ofMillis(10), 2),
        jobs,
        handler(
            TYPE,
            run -> {
              await(hanging);
              return JobOutcome.done();
            }),
        handler(other, run -> JobOutcome.done()));

    enqueue(10);
    jobs.enqueue(NewJob.of(other, "a"));
    bell.ring();

    eventually(() -> endings.size() == 1);
    hanging.countDown();
  }

  @Test
  void aJobThatTakesLongerThanItsLeaseStaysWithItsWorker() {
    AtomicInteger runs = new AtomicInteger();
    work(
        Duration.ofMillis(50),
        4,
        run -> {
          runs.incrementAndGet();
          sleep(LEASE.multipliedBy(2));
          return JobOutcome.done();
        });

    enqueue(1);

    eventually(() -> endings.size() == 1);
    assertThat(endings).containsExactly(Ending.DONE);
    assertThat(runs).hasValue(1);
  }

  @Test
  void aFailureOfAHandlerIsTriedAgainAndTakesNobodyElseDown() {
    AtomicInteger runs = new AtomicInteger();
    work(
        Duration.ofMillis(50),
        4,
        run -> {
          if (run.key().equals("k0") && runs.incrementAndGet() == 1) {
            throw new IllegalStateException("the first time");
          }
          return JobOutcome.done();
        });

    enqueue(5);

    eventually(() -> endings.stream().filter(Ending.DONE::equals).count() == 5);
    assertThat(endings).contains(Ending.RETRIED);
  }

  @Test
  void itSurvivesADatabaseThatIsAway() {
    databaseIsAway.set(true);
    work(Duration.ofMillis(20), 4, run -> JobOutcome.done());
    enqueue(1);
    sleep(Duration.ofMillis(200));
    assertThat(endings).isEmpty();

    databaseIsAway.set(false);

    eventually(() -> endings.size() == 1);
  }

  @Test
  void askedToStopItLetsRunningJobsEndAndTakesNoMore() {
    Semaphore begun = new Semaphore(0);
    work(
        SELDOM,
        2,
        run -> {
          begun.release();
          sleep(Duration.ofMillis(300));
          return JobOutcome.done();
        });
    enqueue(5);
    acquire(begun, 2);

    worker.stop();

    assertThat(endings).containsExactly(Ending.DONE, Ending.DONE);
    assertThat(all()).hasSize(3).extracting(Job::state).containsOnly(JobState.READY);
  }

  @Test
  void whatDoesNotEndInTimeIsInterruptedAndGivenBackAsIfNeverTried() {
    Semaphore begun = new Semaphore(0);
    AtomicBoolean interrupted = new AtomicBoolean();
    start(
        settings(SELDOM, LEASE, Duration.ofMillis(50), 2),
        jobs,
        handler(
            TYPE,
            run -> {
              begun.release();
              try {
                Thread.sleep(Duration.ofMinutes(1));
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              return JobOutcome.giveUp("must-not-be-recorded");
            }));
    enqueue(1);
    acquire(begun, 1);

    worker.stop();

    eventually(interrupted::get);
    eventually(() -> endings.contains(Ending.LOST));
    Job givenBack = all().getFirst();
    assertThat(givenBack.state()).isEqualTo(JobState.READY);
    assertThat(givenBack.tries()).isZero();
  }

  @Test
  void aJobWhoseLeaseRanOutBeforeItBeganIsNotBegun() {
    InMemoryJobs slow = jobs;
    JobLeases sleepy =
        new DelegatingLeases(slow) {
          @Override
          public List<TakenJob> take(Map<JobType, Integer> room, Duration time) {
            List<TakenJob> taken = super.take(room, time);
            if (!taken.isEmpty()) {
              sleep(LEASE.multipliedBy(2));
            }
            return taken;
          }
        };
    AtomicInteger runs = new AtomicInteger();
    start(
        settings(SELDOM, LEASE, Duration.ofMillis(10), 2),
        sleepy,
        handler(
            TYPE,
            run -> {
              runs.incrementAndGet();
              return JobOutcome.done();
            }));

    enqueue(1);

    sleep(LEASE.multipliedBy(3));
    assertThat(runs).hasValue(0);
  }

  @Test
  void aLeaseMustOutliveAMissedHeartbeat() {
    work(SELDOM, 1, run -> JobOutcome.done());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WorkerSettings(
                    Duration.ofSeconds(5), Duration.ofSeconds(3), SELDOM, SELDOM, type -> 1));
  }

  private void work(Duration lookEvery, int concurrency, Function<JobRun, JobOutcome> work) {
    JobLeases sometimesAway =
        new DelegatingLeases(jobs) {
          @Override
          public List<TakenJob> take(Map<JobType, Integer> room, Duration time) {
            if (databaseIsAway.get()) {
              throw new IllegalStateException("the database is away");
            }
            return super.take(room, time);
          }
        };
    start(
        settings(lookEvery, LEASE, Duration.ofSeconds(10), concurrency),
        sometimesAway,
        handler(TYPE, work));
  }

  private void start(WorkerSettings settings, JobLeases leases, JobHandler... handlers) {
    JobUseCases useCases =
        new JobUseCases(
            List.of(handlers),
            leases,
            jobs,
            jobs,
            new Idempotency(new InMemoryIdempotencyStore(database), InstantSource.system()),
            database,
            () -> 0L);
    worker =
        new JobWorker(
            useCases.runJob(),
            leases,
            settings,
            bell,
            new Quietly(),
            (type, ending, duration) -> endings.add(ending));
    worker.start();
  }

  private static WorkerSettings settings(
      Duration lookEvery, Duration lease, Duration grace, int concurrency) {
    return new WorkerSettings(lease, lease.dividedBy(4), lookEvery, grace, type -> concurrency);
  }

  private static JobHandler handler(JobType type, Function<JobRun, JobOutcome> work) {
    return new JobHandler() {
      @Override
      public JobType type() {
        return type;
      }

      @Override
      public JobOutcome run(JobRun run) {
        return work.apply(run);
      }
    };
  }

  private void enqueue(int number) {
    for (int n = 0; n < number; n++) {
      jobs.enqueue(NewJob.of(TYPE, "k" + n));
    }
    bell.ring();
  }

  private List<Job> all() {
    return jobs.list(new JobFilter(null, TYPE), new PageRequest(50, null, false)).items();
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(15);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still not so").isBefore(end);
      sleep(Duration.ofMillis(5));
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void acquire(Semaphore semaphore, int permits) {
    try {
      semaphore.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
