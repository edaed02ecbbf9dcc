package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orders.application.Replica;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobState;
import org.orders.application.job.JobType;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.RunJob;
import org.orders.application.job.TakenJob;
import org.orders.application.shared.Idempotency;

/** A worker that does the jobs of payments one by one, dies when told to, and comes back. */
final class PaymentWorker {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Replica shop;

  PaymentWorker(Replica shop) {
    this.shop = shop;
  }

  /** The end of a program, which no handler catches. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    static void strikes() {
      throw new Death();
    }
  }

  /** Works, dies and comes back until nothing is left to do, or some while is over. */
  void work() {
    for (int round = 0; round < 100; round++) {
      try {
        workOnce();
      } catch (Death death) {
        // Another worker goes on once the lease has run out.
      }
      shop.clock.pass(LEASE.plusSeconds(1));
    }
  }

  /** Does what is due now. */
  void workOnce() {
    Map<JobType, Integer> room = Map.of(SettlePaymentJob.TYPE, 10, SettleRefundJob.TYPE, 10);
    for (TakenJob job : shop.jobs.take(room, LEASE)) {
      runJob().run(job);
    }
  }

  private RunJob runJob() {
    List<JobHandler> handlers =
        List.of(shop.payment.settlePaymentJob(), shop.payment.settleRefundJob());
    return new JobUseCases(
            handlers,
            shop.jobs,
            shop.jobs,
            shop.jobs,
            new Idempotency(shop.kept.idempotency(), shop.clock),
            shop.database,
            () -> 0L)
        .runJob();
  }

  /** The jobs in this state. */
  List<Job> jobs(JobState state) {
    return shop.jobs.list(new JobFilter(state, null), Replica.ALL).items();
  }

  void assertNothingIsLeftToDo() {
    assertThat(Stream.of(JobState.values()).flatMap(state -> jobs(state).stream())).isEmpty();
  }
}
