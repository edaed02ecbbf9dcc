package org.orders.application.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.JobRow.Subject;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Jobs in memory, whose leases run out by a clock that tests can move. */
public final class InMemoryJobs implements JobQueue, JobLeases, JobQueries, DeadJobs {

  private final InMemoryDatabase database;
  private final InMemoryTable<JobId, JobRow> jobs;
  private final InMemoryTable<Subject, JobId> waiting;
  private final InMemoryTable<Subject, JobId> running;
  private final IdGenerator ids;
  private final InstantSource clock;

  public InMemoryJobs(InMemoryDatabase database, IdGenerator ids, InstantSource clock) {
    this.database = database;
    this.jobs = database.table("jobs");
    this.waiting = database.table("waitingJobs");
    this.running = database.table("runningJobs");
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void enqueue(NewJob asked) {
    database.run(
        () -> {
          JobRow row = JobRow.asked(new JobId(ids.next()), asked, clock.instant());
          waiting
              .lock(row.subject())
              .flatMap(jobs::lock)
              .ifPresentOrElse(twin -> haveDoneBy(row.job().dueAt(), twin), () -> add(row));
        });
  }

  private void haveDoneBy(Instant time, JobRow row) {
    Job job = row.job();
    if (time.isBefore(job.dueAt())) {
      put(row.in(JobState.READY, time, job.tries(), job.reason(), job.changedAt()));
    }
  }

  private void add(JobRow row) {
    put(row);
    waiting.put(row.subject(), row.job().id());
  }

  @Override
  public List<TakenJob> take(Map<JobType, Integer> room, Duration time) {
    return database.run(
        () -> {
          List<TakenJob> taken = new ArrayList<>();
          room.forEach(
              (type, most) ->
                  inOrder(type)
                      .map(row -> tryToTake(row.job().id(), time))
                      .flatMap(Optional::stream)
                      .limit(most)
                      .forEach(taken::add));
          return taken;
        });
  }

  private Stream<JobRow> inOrder(JobType type) {
    return jobs.values().stream()
        .filter(row -> row.job().type().equals(type))
        .sorted(
            Comparator.comparing((JobRow row) -> row.is(JobState.READY))
                .thenComparing(row -> row.job().dueAt()));
  }

  private Optional<TakenJob> tryToTake(JobId id, Duration time) {
    Instant now = clock.instant();
    if (!jobs.tryLock(id)) {
      return Optional.empty();
    }
    return jobs.find(id)
        .filter(row -> isAbandoned(row, now) || isFree(row, now))
        .map(row -> take(row.taken(now, now.plus(time))));
  }

  private static boolean isAbandoned(JobRow row, Instant now) {
    return row.is(JobState.RUNNING) && row.leaseUntil().isBefore(now);
  }

  private boolean isFree(JobRow row, Instant now) {
    return row.isDue(now)
        && waiting.tryLock(row.subject())
        && running.tryLock(row.subject())
        && running.find(row.subject()).isEmpty();
  }

  private TakenJob take(JobRow row) {
    Job job = row.job();
    put(row);
    if (waiting.find(row.subject()).filter(job.id()::equals).isPresent()) {
      waiting.remove(row.subject());
    }
    running.put(row.subject(), job.id());
    Instant first = job.firstTriedAt() == null ? job.changedAt() : job.firstTriedAt();
    return new TakenJob(
        new Lease(job.id(), row.fence()), job.type(), job.key(), job.payload(), job.tries(), first);
  }

  @Override
  public void renew(Collection<Lease> leases, Duration time) {
    database.run(
        () ->
            leases.stream()
                .filter(lease -> jobs.tryLock(lease.job()))
                .map(this::held)
                .flatMap(Optional::stream)
                .forEach(row -> put(row.leasedUntil(clock.instant().plus(time)))));
  }

  @Override
  public void giveBack(Collection<Lease> leases) {
    database.run(
        () ->
            leases.stream()
                .map(this::held)
                .flatMap(Optional::stream)
                .forEach(
                    row -> letWait(row, Duration.ZERO, row.job().tries() - 1, row.job().reason())));
  }

  @Override
  public void hold(Lease lease) {
    requireHeld(lease);
  }

  @Override
  public void done(Lease lease) {
    database.run(
        () -> {
          JobRow row = requireHeld(lease);
          jobs.remove(lease.job());
          running.remove(row.subject());
        });
  }

  @Override
  public void retry(Lease lease, Duration after, ReasonCode reason) {
    database.run(
        () -> {
          JobRow row = requireHeld(lease);
          letWait(row, after, row.job().tries(), reason);
        });
  }

  @Override
  public void giveUp(Lease lease, ReasonCode reason) {
    database.run(
        () -> {
          JobRow row = requireHeld(lease);
          Job job = row.job();
          put(row.in(JobState.DEAD, job.dueAt(), job.tries(), reason, clock.instant()));
          running.remove(row.subject());
        });
  }

  @Override
  public boolean revive(JobId id) {
    return database.run(
        () -> {
          Optional<JobRow> dead = jobs.lock(id).filter(row -> row.is(JobState.DEAD));
          dead.ifPresent(this::revive);
          return dead.isPresent();
        });
  }

  private void revive(JobRow row) {
    if (waiting.lock(row.subject()).isPresent()) {
      throw new JobAlreadyWaiting();
    }
    Instant now = clock.instant();
    add(row.in(JobState.READY, now, 0, row.job().reason(), now));
  }

  @Override
  public void forget(JobType type, String key) {
    jobs.removeSome(
        row ->
            row.is(JobState.DEAD) && row.job().type().equals(type) && row.job().key().equals(key),
        Integer.MAX_VALUE);
  }

  private void letWait(JobRow row, Duration after, int tries, @Nullable ReasonCode reason) {
    Instant now = clock.instant();
    JobRow waits = row.in(JobState.READY, now.plus(after), tries, reason, now);
    running.remove(row.subject());
    waiting
        .lock(row.subject())
        .flatMap(jobs::lock)
        .ifPresentOrElse(
            twin -> {
              jobs.remove(row.job().id());
              put(twin.inPlaceOf(waits.job()));
            },
            () -> add(waits));
  }

  private JobRow requireHeld(Lease lease) {
    return database.run(() -> held(lease).orElseThrow(LeaseLost::new));
  }

  private Optional<JobRow> held(Lease lease) {
    return jobs.lock(lease.job())
        .filter(row -> row.is(JobState.RUNNING) && row.fence() == lease.fence());
  }

  private void put(JobRow row) {
    jobs.put(row.job().id(), row);
  }

  @Override
  public Optional<Job> find(JobId id) {
    return jobs.find(id).map(JobRow::job);
  }

  @Override
  public Page<Job> list(JobFilter filter, PageRequest page) {
    return InMemoryList.page(
        jobs.values().stream()
            .map(JobRow::job)
            .filter(job -> filter.state() == null || job.state() == filter.state())
            .filter(job -> filter.type() == null || job.type().equals(filter.type())),
        job -> new Place(job.createdAt(), job.id().value().toString()),
        page);
  }

  @Override
  public List<JobBacklog> backlog() {
    return jobs.values().stream()
        .map(row -> row.job().type())
        .distinct()
        .map(this::backlog)
        .toList();
  }

  private JobBacklog backlog(JobType type) {
    Instant now = clock.instant();
    Duration oldest =
        of(type, row -> row.isDue(now))
            .map(row -> Duration.between(row.job().dueAt(), now))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return new JobBacklog(
        type,
        of(type, row -> row.isDue(now)).count(),
        of(type, row -> row.is(JobState.RUNNING)).count(),
        of(type, row -> row.is(JobState.DEAD)).count(),
        oldest);
  }

  private Stream<JobRow> of(JobType type, Predicate<JobRow> condition) {
    return jobs.values().stream().filter(row -> row.job().type().equals(type)).filter(condition);
  }
}
