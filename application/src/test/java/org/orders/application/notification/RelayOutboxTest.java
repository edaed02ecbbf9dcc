package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.application.job.InMemoryJobs;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;
import org.orders.application.notification.RelayOutbox.Relayed;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.PageRequest;

class RelayOutboxTest {

  private static final JobType TELL = new JobType("tell");

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryOutbox outbox = new InMemoryOutbox(database);
  private final InMemoryJobs jobs =
      new InMemoryJobs(database, new CountingIds(), InstantSource.system());

  private static List<NewJob> tellOfWhatIsPlaced(OutboxMessage message) {
    return switch (message.type()) {
      case "PLACED" -> List.of(NewJob.of(TELL, "" + message.orderId()));
      case "ODD" -> throw new IllegalArgumentException("this makes no sense");
      default -> List.of();
    };
  }

  @Test
  void whatFollowsFromMessagesIsAskedForAndTheMessagesAreGone() {
    write("PLACED", "NOTE", "PLACED");

    Relayed relayed = relay(jobs).relay(10);

    assertThat(relayed.taken()).isEqualTo(3);
    assertThat(relayed.parked()).isEmpty();
    assertThat(jobs()).hasSize(2);
    assertThat(outbox.backlog().waiting()).isZero();
  }

  @Test
  void itTakesNoMoreThanOneBatchAtOnce() {
    write("PLACED", "PLACED", "PLACED");

    assertThat(relay(jobs).relay(2).taken()).isEqualTo(2);
    assertThat(relay(jobs).relay(2).taken()).isEqualTo(1);
    assertThat(relay(jobs).relay(2).taken()).isZero();
    assertThat(jobs()).hasSize(3);
  }

  @Test
  void aMessageThatMakesNoSenseIsParkedAndHoldsUpNobody() {
    write("PLACED", "ODD", "PLACED");

    Relayed relayed = relay(jobs).relay(10);

    assertThat(relayed.taken()).isEqualTo(3);
    assertThat(relayed.parked()).extracting(parked -> parked.message().type()).containsOnly("ODD");
    assertThat(jobs()).hasSize(2);
    assertThat(outbox.backlog().parked()).isEqualTo(1);
    assertThat(outbox.backlog().waiting()).isZero();
  }

  @Test
  void whereTheWorkCannotBeAskedForNothingIsTaken() {
    write("PLACED");

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                relay(
                        job -> {
                          throw new IllegalStateException("the database is away");
                        })
                    .relay(10));

    assertThat(outbox.backlog().waiting()).isEqualTo(1);
    assertThat(jobs()).isEmpty();
  }

  private RelayOutbox relay(JobQueue queue) {
    return new NotificationUseCases(
            outbox, List.of(RelayOutboxTest::tellOfWhatIsPlaced), queue, database)
        .relayOutbox();
  }

  private void write(String... types) {
    for (String type : types) {
      UUID order = new UUID(0, database.next("orders"));
      outbox.write(new OutboxMessage(type, order, null, Map.of(), Instant.EPOCH));
    }
  }

  private List<Job> jobs() {
    return jobs.list(new JobFilter(null, TELL), new PageRequest(50, null, false)).items();
  }
}
