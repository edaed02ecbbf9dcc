package org.orders.adapter.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.JobLeases;
import org.orders.application.job.JobType;
import org.orders.application.job.Lease;
import org.orders.application.job.RunJob;
import org.orders.application.job.RunJob.Report;
import org.orders.application.job.TakenJob;

/**
 * One replica's share of the work: a thread that takes jobs, a virtual thread for each job, as many
 * of a type as its bulkhead lets in, and a heart that beats for all of them. It knows nothing of
 * other workers, and when it dies at any line, they go on with its jobs once its leases have run
 * out.
 */
public final class JobWorker {

  private static final Logger LOG = Logger.getLogger(JobWorker.class);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final RunJob runJob;
  private final JobLeases leases;
  private final WorkerSettings settings;
  private final LocalBell bell;
  private final Quietly quietly;
  private final JobObserver observer;

  private final Map<Lease, Thread> running = new ConcurrentHashMap<>();
  private final Map<JobType, AtomicInteger> room = new HashMap<>();

  /** Whether the last look left jobs behind, for which the next end of a job makes room. */
  private volatile boolean crowded;

  private volatile boolean stopping;
  private @Nullable Thread taking;
  private @Nullable Thread beating;

  public JobWorker(
      RunJob runJob,
      JobLeases leases,
      WorkerSettings settings,
      LocalBell bell,
      Quietly quietly,
      JobObserver observer) {
    this.runJob = runJob;
    this.leases = leases;
    this.settings = settings;
    this.bell = bell;
    this.quietly = quietly;
    this.observer = observer;
    for (JobType type : runJob.types()) {
      room.put(type, new AtomicInteger(settings.concurrency().applyAsInt(type)));
    }
  }

  /** Begins to work, where there is anything that can be done here. */
  public void start() {
    if (room.isEmpty()) {
      return;
    }
    beating = Thread.ofVirtual().name("jobs-heart").start(() -> untilInterrupted(this::beat));
    taking = Thread.ofVirtual().name("jobs-take").start(() -> untilInterrupted(this::take));
  }

  /**
   * Takes no more jobs, lets those that run go on for the time of grace, and gives back what is
   * unfinished then, so that others need not wait for the leases to run out.
   */
  public void stop() {
    stopping = true;
    bell.ring();
    try {
      join(taking);
      awaitTheRunning();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    giveBackTheRest();
    if (beating != null) {
      beating.interrupt();
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static void untilInterrupted(Step steps) {
    try {
      steps.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take() throws InterruptedException {
    while (!stopping) {
      if (quietly.run("take-jobs", this::takeWhatThereIsRoomFor)) {
        bell.await(settings.lookEvery());
      } else {
        Thread.sleep(PAUSE_AFTER_FAILURE);
      }
    }
  }

  private void takeWhatThereIsRoomFor() {
    // Said before the look, so that whoever ends a job during it rings rather than go unheard.
    crowded = true;
    Map<JobType, Integer> wanted = new HashMap<>();
    room.forEach(
        (type, free) -> {
          if (free.get() > 0) {
            wanted.put(type, free.get());
          }
        });
    if (wanted.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    List<TakenJob> taken = leases.take(wanted, settings.lease());
    taken.forEach(job -> wanted.merge(job.type(), -1, Integer::sum));
    crowded = wanted.size() < room.size() || wanted.containsValue(0);
    taken.forEach(job -> begin(job, begun));
  }

  private void begin(TakenJob job, long takenAt) {
    free(job).decrementAndGet();
    Thread thread = Thread.ofVirtual().name("job-" + job.type()).unstarted(() -> run(job, takenAt));
    running.put(job.lease(), thread);
    thread.start();
  }

  private void run(TakenJob job, long takenAt) {
    try {
      // A machine that slept in between: the job is somebody else's by now.
      if (System.nanoTime() - takenAt < settings.lease().toNanos()) {
        long begun = System.nanoTime();
        quietly.run("end-jobs", () -> tell(job, begun, runJob.run(job)));
      }
    } finally {
      running.remove(job.lease());
      free(job).incrementAndGet();
      if (crowded) {
        bell.ring();
      }
    }
  }

  private void tell(TakenJob job, long begun, Report report) {
    observer.ended(job.type(), report.ending(), Duration.ofNanos(System.nanoTime() - begun));
    if (report.failure() != null) {
      LOG.warnf(report.failure(), "Job %s of type %s failed", id(job), job.type());
    }
    switch (report.ending()) {
      case DONE -> LOG.debugf("Job %s of type %s is done", id(job), job.type());
      case RETRIED ->
          LOG.debugf(
              "Job %s of type %s is tried again after try %d: %s",
              id(job), job.type(), job.tries(), report.reason());
      case DEAD ->
          LOG.errorf(
              "Job %s of type %s was given up after try %d: %s",
              id(job), job.type(), job.tries(), report.reason());
      case LOST -> LOG.infof("Job %s of type %s is another worker's now", id(job), job.type());
    }
  }

  private void beat() throws InterruptedException {
    while (true) {
      Thread.sleep(settings.heartbeat());
      if (!running.isEmpty()) {
        quietly.run(
            "renew-leases", () -> leases.renew(List.copyOf(running.keySet()), settings.lease()));
      }
    }
  }

  private void awaitTheRunning() throws InterruptedException {
    long end = System.nanoTime() + settings.grace().toNanos();
    for (Thread thread : List.copyOf(running.values())) {
      long left = end - System.nanoTime();
      if (left > 0) {
        thread.join(Duration.ofNanos(left));
      }
    }
  }

  private void giveBackTheRest() {
    Map<Lease, Thread> rest = Map.copyOf(running);
    if (rest.isEmpty()) {
      return;
    }
    LOG.infof("Giving back %d jobs that did not end in time", rest.size());
    // First the leases: what an interrupted handler says of its failure is then not recorded.
    quietly.run("give-back-jobs", () -> leases.giveBack(rest.keySet()));
    rest.values().forEach(Thread::interrupt);
  }

  private static UUID id(TakenJob job) {
    return job.lease().job().value();
  }

  private AtomicInteger free(TakenJob job) {
    AtomicInteger free = room.get(job.type());
    if (free == null) {
      throw new IllegalStateException("nobody asked for jobs of the type " + job.type());
    }
    return free;
  }

  private static void join(@Nullable Thread thread) throws InterruptedException {
    if (thread != null) {
      thread.join();
    }
  }
}
