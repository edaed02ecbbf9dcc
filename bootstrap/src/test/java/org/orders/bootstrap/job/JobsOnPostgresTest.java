package org.orders.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.adapter.jobs.JobWorker;
import org.orders.adapter.jobs.LocalBell;
import org.orders.adapter.jobs.Quietly;
import org.orders.adapter.jobs.WorkerSettings;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.DelegatingLeases;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobQueries;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobState;
import org.orders.application.job.JobType;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.Lease;
import org.orders.application.job.NewJob;
import org.orders.application.job.RetryJob;
import org.orders.application.job.RetryPolicy;
import org.orders.application.job.RunJob.Ending;
import org.orders.application.job.TakenJob;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;

/** Several workers in one process, as unaware of one another as if they were replicas. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class JobsOnPostgresTest {

  private static final Duration LEASE = Duration.ofSeconds(2);

  @Inject JobQueue queue;
  @Inject JobLeases leases;
  @Inject JobQueries queries;
  @Inject DeadJobs deadJobs;
  @Inject RetryJob retryJob;
  @Inject Idempotency idempotency;
  @Inject UnitOfWork work;
  @Inject DataSource database;

  private final JobType type = new JobType("t" + UUID.randomUUID().toString().substring(0, 8));
  private final ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
  private final List<JobWorker> workers = new ArrayList<>();

  @BeforeEach
  void prepareEffects() {
    execute("CREATE TABLE IF NOT EXISTS effect (type text, key text)");
  }

  @AfterEach
  void stop() {
    workers.forEach(JobWorker::stop);
  }

  @Test
  void fourWorkersGiveTwoThousandJobsTheirEffectExactlyOnceThoughTheyFailNowAndThen() {
    enqueue(2_000);

    start(
        4,
        16,
        run -> {
          if (run.tries() == 1 && ThreadLocalRandom.current().nextInt(10) == 0) {
            return JobOutcome.retryAfter(Duration.ofMillis(50), "bad-luck");
          }
          return run.conclude(() -> effect(run));
        });

    eventually(() -> all().isEmpty());
    assertThat(effects()).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void jobsOfAWorkerThatDiedAreDoneByAnotherOnceTheirLeasesHaveRunOut() {
    enqueue(20);
    List<TakenJob> abandoned = leases.take(Map.of(type, 20), LEASE);
    Instant death = Instant.now();

    start(2, 8, run -> run.conclude(() -> effect(run)));

    eventually(() -> all().isEmpty());
    assertThat(abandoned).hasSize(20);
    assertThat(effects()).hasSize(20).doesNotHaveDuplicates();
    assertThat(Duration.between(death, Instant.now()))
        .isBetween(LEASE.minusMillis(100), LEASE.plusSeconds(15));
  }

  @Test
  void aWorkerThatSleptPastItsLeaseWritesNothingAndTheOtherWritesOnce() {
    CountDownLatch asleep = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Function<JobRun, JobOutcome> handler =
        run -> {
          if (begun.incrementAndGet() == 1) {
            await(asleep);
          }
          return run.conclude(() -> effect(run));
        };
    enqueue(1);
    JobWorker paused = worker(1, handler, new HeartlessLeases(leases));
    paused.start();
    eventually(() -> begun.get() == 1);

    start(1, 1, handler);
    eventually(() -> endings.contains(Ending.DONE));
    asleep.countDown();

    eventually(() -> endings.contains(Ending.LOST));
    assertThat(effects()).hasSize(1);
  }

  @Test
  void whatIsGivenUpIsShownToTheAdministratorWhoHasItTriedAgain() {
    AtomicBoolean repaired = new AtomicBoolean();
    enqueue(1);
    start(
        1,
        1,
        run ->
            repaired.get()
                ? run.conclude(() -> effect(run))
                : JobOutcome.retryAfter(Duration.ofMillis(1), "still-broken"));

    eventually(() -> all().stream().anyMatch(job -> job.state() == JobState.DEAD));
    Job dead = all().getFirst();
    assertThat(dead.reason()).hasToString("still-broken");
    assertThat(dead.tries()).isEqualTo(5);
    repaired.set(true);
    retryJob.retry(new RetryJob.Command(new Actor.System(), dead.id()), Once.unkeyed());

    eventually(() -> all().isEmpty());
    assertThat(effects()).hasSize(1);
  }

  @Test
  void aWorkerThatEndsLeavesItsUnfinishedJobsToTheOthersAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    enqueue(8);
    JobWorker ending =
        worker(
            8,
            run -> {
              begun.incrementAndGet();
              await(never);
              return JobOutcome.retryLater("interrupted");
            },
            leases);
    ending.start();
    eventually(() -> begun.get() == 8);
    ending.stop();
    Instant stopped = Instant.now();

    start(1, 8, run -> run.conclude(() -> effect(run)));

    eventually(() -> all().isEmpty());
    assertThat(Duration.between(stopped, Instant.now())).isLessThan(LEASE);
    assertThat(effects()).hasSize(8);
  }

  @Test
  void aWorkerThatIsNotToldOfAJobFindsIt() {
    start(1, 4, run -> run.conclude(() -> effect(run)));

    work.run(() -> queue.enqueue(NewJob.of(type, "k")));

    eventually(() -> effects().size() == 1);
  }

  /** Leases of a worker whose machine is paused: its heart does not beat. */
  private static final class HeartlessLeases extends DelegatingLeases {

    HeartlessLeases(JobLeases leases) {
      super(leases);
    }

    @Override
    public void renew(Collection<Lease> held, Duration time) {
      // It sleeps.
    }
  }

  private void start(int number, int concurrency, Function<JobRun, JobOutcome> handler) {
    for (int n = 0; n < number; n++) {
      worker(concurrency, handler, leases).start();
    }
  }

  private JobWorker worker(
      int concurrency, Function<JobRun, JobOutcome> handler, JobLeases itsLeases) {
    JobUseCases useCases =
        new JobUseCases(
            List.of(handler(handler)),
            itsLeases,
            deadJobs,
            queries,
            idempotency,
            work,
            () -> ThreadLocalRandom.current().nextLong());
    JobWorker worker =
        new JobWorker(
            useCases.runJob(),
            itsLeases,
            new WorkerSettings(
                LEASE,
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                _ -> concurrency),
            new LocalBell(),
            new Quietly(),
            (_, ending, _) -> endings.add(ending));
    workers.add(worker);
    return worker;
  }

  private JobHandler handler(Function<JobRun, JobOutcome> work) {
    return new JobHandler() {
      @Override
      public JobType type() {
        return type;
      }

      @Override
      public JobOutcome run(JobRun run) {
        return work.apply(run);
      }

      @Override
      public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(100), 5);
      }
    };
  }

  private void enqueue(int number) {
    work.run(
        () -> {
          for (int n = 0; n < number; n++) {
            queue.enqueue(NewJob.of(type, "k" + n));
          }
        });
  }

  private List<Job> all() {
    return queries.list(new JobFilter(null, type), new PageRequest(50, null, false)).items();
  }

  private void effect(JobRun run) {
    execute("INSERT INTO effect VALUES (?, ?)", type.value(), run.key());
  }

  private List<String> effects() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT key FROM effect WHERE type = ?")) {
      statement.setString(1, type.value());
      List<String> keys = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          keys.add(found.getString(1));
        }
      }
      return keys;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void execute(String statement, String... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int index = 0; index < arguments.length; index++) {
        prepared.setString(index + 1, arguments[index]);
      }
      prepared.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still not so").isBefore(end);
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
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
}
