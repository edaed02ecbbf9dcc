package org.orders.adapter.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.job.JobSurroundings.CountingBell;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobQueries;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobsContract;
import org.orders.application.job.LeaseLost;
import org.orders.application.job.NewJob;
import org.orders.application.job.ReasonCode;
import org.orders.application.job.TakenJob;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresJobsTest extends JobsContract {

  @Inject JobQueue queue;
  @Inject JobLeases leases;
  @Inject JobQueries queries;
  @Inject DeadJobs deadJobs;
  @Inject UnitOfWork work;
  @Inject Database database;
  @Inject CountingBell bell;

  @Override
  protected JobQueue queue() {
    return queue;
  }

  @Override
  protected JobLeases leases() {
    return leases;
  }

  @Override
  protected JobQueries queries() {
    return queries;
  }

  @Override
  protected DeadJobs deadJobs() {
    return deadJobs;
  }

  @Override
  protected UnitOfWork work() {
    return work;
  }

  @Test
  void aJobIsThereForOthersOnlyOnceItsTransactionHasCommittedAndThenTheBellRings()
      throws InterruptedException {
    int before = bell.rings();
    List<TakenJob> beforeCommit = new ArrayList<>();
    work.run(
        () -> {
          queue.enqueue(NewJob.of(type, "a"));
          beforeCommit.addAll(inAnotherThread(() -> take(1, LONG)));
          assertThat(bell.rings()).isEqualTo(before);
        });

    assertThat(beforeCommit).isEmpty();
    assertThat(bell.rings()).isGreaterThan(before);
    assertThat(take(1, LONG)).hasSize(1);
  }

  @Test
  void theHeartbeatWaitsForNobodyWhoWrites() {
    enqueue(NewJob.of(type, "a"));
    enqueue(NewJob.of(type, "b"));
    List<TakenJob> taken = take(2, Duration.ofMillis(400));

    work.run(
        () -> {
          leases.hold(taken.getFirst().lease());
          long begun = System.nanoTime();
          inAnotherThread(
              () -> {
                leases.renew(taken.stream().map(TakenJob::lease).toList(), LONG);
                return List.of();
              });
          assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        });
    pass(Duration.ofMillis(500));

    assertThat(take(2, LONG))
        .as("only the one that was being written for was passed by")
        .extracting(TakenJob::lease)
        .extracting(lease -> lease.job())
        .containsExactly(taken.getFirst().lease().job());
  }

  @Test
  void theSameWorkNeverRunsTwiceAtOnceHoweverItIsAskedForRetriedAndGivenBack()
      throws InterruptedException {
    Set<String> running = ConcurrentHashMap.newKeySet();
    Set<String> clashes = ConcurrentHashMap.newKeySet();
    Instant end = Instant.now().plusSeconds(3);
    Runnable asking =
        () -> {
          for (int n = 0; Instant.now().isBefore(end); n++) {
            enqueue(NewJob.of(type, "k" + n % 3));
          }
        };
    Runnable working =
        () -> {
          for (int n = 0; Instant.now().isBefore(end); n++) {
            for (TakenJob job : take(2, LONG)) {
              if (!running.add(job.key())) {
                clashes.add(job.key());
              }
              pass(Duration.ZERO);
              running.remove(job.key());
              switch (n % 3) {
                case 0 -> leases.done(job.lease());
                case 1 -> leases.retry(job.lease(), Duration.ZERO, new ReasonCode("again"));
                default -> leases.giveBack(List.of(job.lease()));
              }
            }
          }
        };
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads =
        Stream.of(asking, asking, working, working, working)
            .map(
                part ->
                    Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(part))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(clashes).isEmpty();
    assertThat(queries.list(new JobFilter(null, type), new PageRequest(50, null, true)).total())
        .isLessThanOrEqualTo(6);
  }

  @Test
  void aLateWriteIsRolledBackWithEverythingElseOfItsTransaction() {
    enqueue(NewJob.of(type, "a"));
    TakenJob late = take(1, Duration.ofMillis(50)).getFirst();
    pass(Duration.ofMillis(50));
    takeOne();

    assertThatExceptionOfType(LeaseLost.class)
        .isThrownBy(
            () ->
                work.run(
                    () -> {
                      queue.enqueue(NewJob.of(type, "effect"));
                      leases.hold(late.lease());
                    }));

    assertThat(take(1, LONG)).isEmpty();
  }

  @Test
  void pagesOfJobsMeetWithoutGapOrOverlap() {
    for (int n = 0; n < 7; n++) {
      enqueue(NewJob.of(type, "k" + n));
    }

    JobFilter filter = new JobFilter(null, type);
    Page<Job> first = queries.list(filter, new PageRequest(3, null, true));
    Page<Job> second = queries.list(filter, new PageRequest(3, first.next(), false));
    Page<Job> third = queries.list(filter, new PageRequest(3, second.next(), false));

    assertThat(first.total()).isEqualTo(7);
    assertThat(third.next()).isNull();
    assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream()))
        .extracting(Job::key)
        .containsExactly("k6", "k5", "k4", "k3", "k2", "k1", "k0");
  }

  @Test
  void takingJobsGoesThroughTheirIndex() {
    List<String> plan =
        database.run(
            sql ->
                sql.query(
                    """
                    EXPLAIN SELECT id FROM job
                      WHERE type = 'x' AND state = 'READY' AND run_at <= now()
                      ORDER BY run_at LIMIT 10 FOR UPDATE SKIP LOCKED
                    """,
                    row -> row.text("QUERY PLAN")));

    assertThat(String.join("\n", plan)).contains("job_due");
  }
}
