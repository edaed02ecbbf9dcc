package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orders.application.InMemoryPersistence;
import org.orders.application.job.InMemoryJobs;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobState;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.ReasonCode;
import org.orders.application.job.RunJob;
import org.orders.application.job.TakenJob;
import org.orders.application.notification.MailSender.Delivery;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryIdempotencyStore;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Shop;
import org.orders.application.shared.TestClock;
import org.orders.domain.order.Order;

class SendMailJobTest {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private record Sent(UUID id, Instant date, Letter letter) {}

  private final TestClock clock = new TestClock();
  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryPersistence kept = InMemoryPersistence.on(database);
  private final InMemoryJobs jobs = new InMemoryJobs(database, new CountingIds(), clock);
  private final Order order = new Shop(kept).order(2);
  private final Mails mails =
      new Mails(List.of(new OrderMails(kept.orders())), new CountingIds(), true);
  private final List<Sent> sent = new ArrayList<>();
  private Supplier<Delivery> server = Delivery::sent;

  private final RunJob runJob =
      new JobUseCases(
              List.of(new SendMailJob(mails, this::send, kept.work())),
              jobs,
              jobs,
              jobs,
              new Idempotency(new InMemoryIdempotencyStore(database), clock),
              database,
              () -> 0L)
          .runJob();

  @Test
  void aMailIsSentOnceAndItsJobIsGone() {
    placed();

    workOff();
    workOff();

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().letter().mail()).isEqualTo(new Mail.OrderPlaced(order));
    assertThat(all()).isEmpty();
  }

  @Test
  void aMailWhoseSendingNobodyRecordedIsSentAgainAsTheSameMail() {
    placed();
    server =
        () -> {
          throw new KilledHere();
        };
    try {
      workOff();
    } catch (KilledHere death) {
      // Between the server's yes and the end of the job.
    }
    server = Delivery::sent;
    clock.pass(LEASE.plusSeconds(1));

    workOff();

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).id()).isEqualTo(sent.get(0).id());
    assertThat(sent.get(1).date()).isEqualTo(sent.get(0).date());
    assertThat(all()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLaterAndLater() {
    placed();
    server = () -> Delivery.notNow("mail-server-away");

    workOff();
    workOff();
    assertThat(sent).hasSize(1);
    assertThat(all().getFirst().reason()).isEqualTo(new ReasonCode("mail-server-away"));
    assertThat(all().getFirst().state()).isEqualTo(JobState.READY);

    for (int n = 0; n < 12; n++) {
      clock.pass(Duration.ofMinutes(10));
      workOff();
    }
    assertThat(sent).as("at least every ten minutes").hasSize(13);

    server = Delivery::sent;
    clock.pass(Duration.ofMinutes(10));
    workOff();
    assertThat(all()).isEmpty();
    assertThat(sent).extracting(Sent::id).containsOnly(sent.getFirst().id());
  }

  @Test
  void aMailThatIsRefusedForGoodIsShownToAdministrators() {
    placed();
    server = () -> Delivery.refused("smtp-550");

    workOff();

    Job dead = all().getFirst();
    assertThat(dead.state()).isEqualTo(JobState.DEAD);
    assertThat(dead.reason()).isEqualTo(new ReasonCode("smtp-550"));
  }

  @Test
  void aKindThatOnlyANewerReplicaKnowsIsLeftToIt() {
    jobs.enqueue(mails.job(new MailRequest(new MailKind("brand-new"), null, null, Map.of())));

    workOff();

    assertThat(sent).isEmpty();
    assertThat(all().getFirst().state()).isEqualTo(JobState.READY);
  }

  /** What ends a program at a line; no handler catches it. */
  private static final class KilledHere extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Delivery send(UUID id, Instant date, Letter letter) {
    assertThat(database.isInTransaction()).isFalse();
    sent.add(new Sent(id, date, letter));
    return server.get();
  }

  private void placed() {
    OutboxMessage message =
        new OutboxMessage("PLACED", order.id().value(), null, Map.of(), Instant.EPOCH);
    mails.hear(message).forEach(jobs::enqueue);
  }

  private void workOff() {
    List<TakenJob> taken = jobs.take(Map.of(SendMailJob.TYPE, 10), LEASE);
    taken.forEach(runJob::run);
  }

  private List<Job> all() {
    return jobs.list(new JobFilter(null, SendMailJob.TYPE), new PageRequest(50, null, false))
        .items();
  }
}
