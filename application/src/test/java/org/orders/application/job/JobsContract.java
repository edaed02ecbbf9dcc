package org.orders.application.job;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;

/** What a keeper of jobs does, whatever keeps them. Each test has types of its own. */
public abstract class JobsContract {

  /** Far longer than a test. */
  protected static final Duration LONG = Duration.ofMinutes(1);

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final ReasonCode REASON = new ReasonCode("gateway-unavailable");
  private static final PageRequest FIRST_PAGE = new PageRequest(50, null, false);

  protected final JobType type =
      new JobType("t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));

  protected abstract JobQueue queue();

  protected abstract JobLeases leases();

  protected abstract JobQueries queries();

  protected abstract DeadJobs deadJobs();

  protected abstract UnitOfWork work();

  @Test
  void aJobIsTakenWithWhatItsHandlerNeeds() {
    enqueue(new NewJob(type, "about-7", "{\"some\": \"payload\"}", null));

    TakenJob taken = takeOne();

    assertThat(taken.type()).isEqualTo(type);
    assertThat(taken.key()).isEqualTo("about-7");
    assertThat(taken.payload()).isEqualTo("{\"some\": \"payload\"}");
    assertThat(taken.tries()).isEqualTo(1);
    assertThat(taken.firstTriedAt()).isCloseTo(Instant.now(), within(20, SECONDS));
  }

  @Test
  void aJobWhoseTransactionFailsIsNeverTaken() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          queue().enqueue(NewJob.of(type, "never"));
                          throw new IllegalStateException("nothing of this is to stay");
                        }));

    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void aTakenJobIsTakenByNobodyElse() {
    enqueue(NewJob.of(type, "a"));
    takeOne();

    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void aDoneJobIsGone() {
    enqueue(NewJob.of(type, "a"));
    TakenJob taken = takeOne();

    leases().done(taken.lease());

    assertThat(queries().find(taken.lease().job())).isEmpty();
    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void nobodyTakesMoreThanTheyHaveRoomForNorWhatTheyDidNotAskFor() {
    JobType other = new JobType(type.value() + "-other");
    for (String key : List.of("a", "b", "c", "d")) {
      enqueue(NewJob.of(type, key));
      enqueue(NewJob.of(other, key));
    }

    assertThat(leases().take(Map.of(type, 3), LONG)).hasSize(3);
    List<TakenJob> taken = leases().take(Map.of(type, 3, other, 2), LONG);
    assertThat(taken).filteredOn(job -> job.type().equals(type)).hasSize(1);
    assertThat(taken).filteredOn(job -> job.type().equals(other)).hasSize(2);
  }

  @Test
  void theLongestDueAreTakenFirst() {
    Instant now = Instant.now();
    enqueue(NewJob.of(type, "second").notBefore(now.minusSeconds(20)));
    enqueue(NewJob.of(type, "first").notBefore(now.minusSeconds(30)));
    enqueue(NewJob.of(type, "third").notBefore(now.minusSeconds(10)));

    assertThat(take(1, LONG)).extracting(TakenJob::key).containsExactly("first");
    assertThat(take(1, LONG)).extracting(TakenJob::key).containsExactly("second");
  }

  @Test
  void aJobIsNotTakenBeforeItsTime() {
    enqueue(NewJob.of(type, "later").notBefore(Instant.now().plusSeconds(60)));

    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void theSameWorkIsOneJobWhileItWaits() {
    enqueue(NewJob.of(type, "same"));
    enqueue(NewJob.of(type, "same"));
    enqueue(NewJob.of(type, "other"));

    assertThat(take(10, LONG)).extracting(TakenJob::key).containsExactlyInAnyOrder("same", "other");
  }

  @Test
  void manyJobsAskedForAtOnceAreAsManyAskedForOneByOne() {
    Instant later = Instant.now().plusSeconds(60);
    enqueue(NewJob.of(type, "waits").notBefore(later));

    work()
        .run(
            () ->
                queue()
                    .enqueueAll(
                        List.of(
                            NewJob.of(type, "twice").notBefore(later),
                            new NewJob(type, "a", "its payload", null),
                            NewJob.of(type, "twice"),
                            NewJob.of(type, "later").notBefore(later),
                            NewJob.of(type, "waits"))));

    assertThat(take(10, LONG))
        .extracting(TakenJob::key, TakenJob::payload)
        .containsExactlyInAnyOrder(
            tuple("twice", ""), tuple("a", "its payload"), tuple("waits", ""));
    work().run(() -> queue().enqueueAll(List.of()));
  }

  @Test
  void theSameWorkAskedForTwiceIsDoneAtTheEarlierTime() {
    enqueue(NewJob.of(type, "sooner").notBefore(Instant.now().plusSeconds(60)));
    enqueue(NewJob.of(type, "sooner"));
    enqueue(NewJob.of(type, "no-later"));
    enqueue(NewJob.of(type, "no-later").notBefore(Instant.now().plusSeconds(60)));

    assertThat(take(10, LONG)).hasSize(2);
  }

  @Test
  void workAskedForWhileItRunsIsDoneOnceMoreAfterwards() {
    enqueue(NewJob.of(type, "a"));
    TakenJob first = takeOne();
    enqueue(NewJob.of(type, "a"));

    assertThat(take(10, LONG)).as("beside the one that runs").isEmpty();
    leases().done(first.lease());
    assertThat(take(10, LONG)).as("after it").hasSize(1);
  }

  @Test
  void anAbandonedJobIsTakenAgainOnceItsLeaseHasRunOut() {
    enqueue(NewJob.of(type, "a"));
    TakenJob abandoned = take(1, SHORT).getFirst();

    pass(SHORT);
    TakenJob again = takeOne();

    assertThat(again.lease().job()).isEqualTo(abandoned.lease().job());
    assertThat(again.lease().fence()).isGreaterThan(abandoned.lease().fence());
    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.firstTriedAt()).isEqualTo(abandoned.firstTriedAt());
  }

  @Test
  void aRenewedLeaseHoldsLonger() {
    enqueue(NewJob.of(type, "a"));
    TakenJob taken = take(1, SHORT).getFirst();

    leases().renew(List.of(taken.lease()), LONG);
    pass(SHORT);

    assertThat(take(10, LONG)).isEmpty();
    leases().done(taken.lease());
  }

  @Test
  void aWorkerThatSleptPastItsLeaseCanNeitherWriteNorEndNorRenew() {
    enqueue(NewJob.of(type, "a"));
    Lease late = take(1, SHORT).getFirst().lease();
    pass(SHORT);
    Lease present = take(1, SHORT).getFirst().lease();

    leases().renew(List.of(late), LONG);
    leases().giveBack(List.of(late));
    isLost(() -> work().run(() -> leases().hold(late)));
    isLost(() -> leases().done(late));
    isLost(() -> leases().retry(late, Duration.ZERO, REASON));
    isLost(() -> leases().giveUp(late, REASON));

    work().run(() -> leases().hold(present));
    pass(SHORT);
    assertThat(take(1, LONG)).as("not renewed, not given back, not ended").hasSize(1);
  }

  @Test
  void aWorkerWhoseLeaseRanOutUnnoticedMayStillWrite() {
    enqueue(NewJob.of(type, "a"));
    Lease lease = take(1, SHORT).getFirst().lease();
    pass(SHORT);

    work().run(() -> leases().hold(lease));
    leases().done(lease);

    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void whatIsWrittenWithALostLeaseIsNotWritten() {
    enqueue(NewJob.of(type, "a"));
    TakenJob late = take(1, SHORT).getFirst();
    pass(SHORT);
    takeOne();

    isLost(
        () ->
            new JobRun(late, leases(), work())
                .conclude(() -> queue().enqueue(NewJob.of(type, "effect"))));

    assertThat(take(10, LONG)).isEmpty();
  }

  @Test
  void aJobIsConcludedByTheCommitOfItsEffectOrNotAtAll() {
    enqueue(NewJob.of(type, "a"));
    TakenJob taken = takeOne();
    JobRun run = new JobRun(taken, leases(), work());

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                run.conclude(
                    () -> {
                      throw new IllegalStateException("the effect fails");
                    }));
    assertThat(queries().find(taken.lease().job())).isPresent();

    run.conclude(() -> queue().enqueue(NewJob.of(type, "effect")));
    assertThat(queries().find(taken.lease().job())).isEmpty();
    assertThat(takeOne().key()).isEqualTo("effect");
  }

  @Test
  void aJobThatIsRetriedWaitsItsTimeAndSaysWhy() {
    enqueue(NewJob.of(type, "a"));
    TakenJob first = takeOne();

    leases().retry(first.lease(), SHORT, REASON);

    Job waiting = queries().find(first.lease().job()).orElseThrow();
    assertThat(waiting.state()).isEqualTo(JobState.READY);
    assertThat(waiting.reason()).isEqualTo(REASON);
    assertThat(take(10, LONG)).isEmpty();
    pass(SHORT);
    assertThat(takeOne().tries()).isEqualTo(2);
  }

  @Test
  void aRetriedJobGivesWayToTheSameWorkAskedForMeanwhileAndItsTriesGoOn() {
    enqueue(NewJob.of(type, "a"));
    TakenJob first = takeOne();
    enqueue(NewJob.of(type, "a"));

    leases().retry(first.lease(), LONG, REASON);

    TakenJob next = takeOne();
    assertThat(next.lease().job()).isNotEqualTo(first.lease().job());
    assertThat(next.tries()).isEqualTo(2);
    assertThat(next.firstTriedAt()).isEqualTo(first.firstTriedAt());
    assertThat(queries().find(first.lease().job())).isEmpty();
  }

  @Test
  void jobsGivenBackAreTakenAtOnceAndTheTryDoesNotCount() {
    enqueue(NewJob.of(type, "a"));
    TakenJob first = takeOne();

    leases().giveBack(List.of(first.lease()));

    isLost(() -> leases().done(first.lease()));
    assertThat(takeOne().tries()).isEqualTo(1);
  }

  @Test
  void aJobGivenUpIsSeenAndCanBeRevived() {
    enqueue(NewJob.of(type, "a"));
    TakenJob taken = takeOne();
    JobId id = taken.lease().job();

    leases().giveUp(taken.lease(), REASON);

    assertThat(take(10, LONG)).isEmpty();
    Job dead = queries().find(id).orElseThrow();
    assertThat(dead.state()).isEqualTo(JobState.DEAD);
    assertThat(dead.reason()).isEqualTo(REASON);
    assertThat(queries().list(new JobFilter(JobState.DEAD, type), FIRST_PAGE).items())
        .containsExactly(dead);

    assertThat(work().run(() -> deadJobs().revive(id))).isTrue();
    assertThat(work().run(() -> deadJobs().revive(id))).as("twice").isFalse();
    TakenJob revived = takeOne();
    assertThat(revived.lease().job()).isEqualTo(id);
    assertThat(revived.tries()).as("all its tries are before it again").isEqualTo(1);
    assertThat(revived.firstTriedAt()).isEqualTo(taken.firstTriedAt());
  }

  @Test
  void aDeadJobDoesNotStandInTheWayOfTheSameWorkButCannotBeRevivedBesideIt() {
    enqueue(NewJob.of(type, "a"));
    Lease lease = takeOne().lease();
    leases().giveUp(lease, REASON);
    enqueue(NewJob.of(type, "a"));

    assertThatExceptionOfType(JobAlreadyWaiting.class)
        .isThrownBy(() -> work().run(() -> deadJobs().revive(lease.job())));
    assertThat(takeOne().lease().job()).isNotEqualTo(lease.job());
  }

  @Test
  void theDeadAreForgottenByWhatTheyAreAboutAndTheLivingStay() {
    for (String key : List.of("settled", "settled", "other")) {
      enqueue(NewJob.of(type, key));
      leases().giveUp(takeOne().lease(), REASON);
    }
    enqueue(NewJob.of(type, "settled"));

    work().run(() -> deadJobs().forget(type, "settled"));

    assertThat(queries().list(new JobFilter(JobState.DEAD, type), FIRST_PAGE).items())
        .extracting(Job::key)
        .containsExactly("other");
    assertThat(take(10, LONG)).extracting(TakenJob::key).containsExactly("settled");
    work().run(() -> deadJobs().forget(type, "settled"));
    assertThat(queries().list(new JobFilter(JobState.RUNNING, type), FIRST_PAGE).items())
        .hasSize(1);
  }

  @Test
  void jobsAreListedByStateAndTypeTheNewestFirst() {
    for (String key : List.of("a", "b", "c")) {
      enqueue(NewJob.of(type, key));
    }
    takeOne();

    assertThat(queries().list(new JobFilter(null, type), FIRST_PAGE).items())
        .extracting(Job::key)
        .containsExactly("c", "b", "a");
    assertThat(queries().list(new JobFilter(JobState.READY, type), FIRST_PAGE).items())
        .extracting(Job::key)
        .containsExactly("c", "b");
  }

  @Test
  void theBacklogSaysWhatThereIsToDo() {
    enqueue(NewJob.of(type, "a").notBefore(Instant.now().minusSeconds(30)));
    enqueue(NewJob.of(type, "b").notBefore(Instant.now().minusSeconds(20)));
    enqueue(NewJob.of(type, "c").notBefore(Instant.now().minusSeconds(10)));
    enqueue(NewJob.of(type, "d").notBefore(Instant.now().plusSeconds(60)));
    leases().giveUp(takeOne().lease(), REASON);

    JobBacklog backlog =
        queries().backlog().stream().filter(of -> of.type().equals(type)).findFirst().orElseThrow();

    assertThat(backlog.ready()).isEqualTo(2);
    assertThat(backlog.running()).isZero();
    assertThat(backlog.dead()).isEqualTo(1);
    assertThat(backlog.oldestReady()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(50));
  }

  @Test
  void manyWorkersTakeEachJobOnce() throws InterruptedException {
    work()
        .run(() -> IntStream.range(0, 400).forEach(n -> queue().enqueue(NewJob.of(type, "k" + n))));
    Set<Lease> taken = ConcurrentHashMap.newKeySet();
    Set<String> keys = ConcurrentHashMap.newKeySet();

    List<Thread> workers =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    Thread.startVirtualThread(
                        () -> {
                          List<TakenJob> jobs = take(7, LONG);
                          while (!jobs.isEmpty()) {
                            jobs.forEach(job -> taken.add(job.lease()));
                            jobs.forEach(job -> keys.add(job.key()));
                            jobs = take(7, LONG);
                          }
                        }))
            .toList();
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(taken).hasSize(400);
    assertThat(keys).hasSize(400);
  }

  @Test
  void aJobThatIsBeingWrittenForIsNotTakenThoughItsLeaseRanOut() {
    enqueue(NewJob.of(type, "a"));
    TakenJob slow = take(1, Duration.ofMillis(50)).getFirst();

    work()
        .run(
            () -> {
              leases().hold(slow.lease());
              pass(Duration.ofMillis(100));
              assertThat(inAnotherThread(() -> take(1, LONG))).isEmpty();
              leases().done(slow.lease());
            });

    assertThat(take(1, LONG)).isEmpty();
  }

  @Test
  void askingForWorkNeverWaitsForTheSameWorkThatRuns() {
    enqueue(NewJob.of(type, "a"));
    TakenJob running = takeOne();

    work()
        .run(
            () -> {
              leases().hold(running.lease());
              long begun = System.nanoTime();
              inAnotherThread(
                  () -> {
                    enqueue(NewJob.of(type, "a"));
                    return List.of();
                  });
              assertThat(Duration.ofNanos(System.nanoTime() - begun))
                  .isLessThan(Duration.ofSeconds(2));
              leases().done(running.lease());
            });

    assertThat(take(2, LONG)).hasSize(1);
  }

  @Test
  void theSameWorkAskedForByManyAtOnceIsOneJob() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> callers =
        IntStream.range(0, 16)
            .mapToObj(
                _ ->
                    Thread.startVirtualThread(
                        () -> {
                          await(start);
                          enqueue(NewJob.of(type, "same"));
                        }))
            .toList();
    start.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(take(20, LONG)).hasSize(1);
  }

  protected final void enqueue(NewJob job) {
    work().run(() -> queue().enqueue(job));
  }

  protected final List<TakenJob> take(int room, Duration time) {
    return leases().take(Map.of(type, room), time);
  }

  protected final TakenJob takeOne() {
    List<TakenJob> taken = take(1, LONG);
    assertThat(taken).hasSize(1);
    return taken.getFirst();
  }

  /** Lets a little more than the given time pass. */
  protected static void pass(Duration time) {
    try {
      Thread.sleep(time.plusMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void isLost(Runnable attempt) {
    assertThatExceptionOfType(LeaseLost.class).isThrownBy(attempt::run);
  }

  protected static <T> List<T> inAnotherThread(Supplier<List<T>> work) {
    List<T> found = new ArrayList<>();
    Thread thread = Thread.startVirtualThread(() -> found.addAll(work.get()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
