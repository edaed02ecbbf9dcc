package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.UnitOfWork;

/** What an outbox does, whatever keeps it. */
public abstract class OutboxContract {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final UUID SUBJECT = new UUID(7, 7);

  protected abstract Outbox outbox();

  protected abstract UnitOfWork work();

  @BeforeEach
  void takeWhatOthersLeft() {
    while (!take(1_000).isEmpty()) {
      // There may be more.
    }
  }

  @Test
  void aMessageIsTakenAsItWasWrittenAndOnce() {
    OutboxMessage message =
        new OutboxMessage("LOW_STOCK", null, SUBJECT, Map.of("left", "3", "sku", "A \"b\" ก"), AT);
    OutboxMessage ofAnOrder = message("PLACED");
    write(message, ofAnOrder);

    assertThat(take(10)).containsExactly(message, ofAnOrder);
    assertThat(take(10)).isEmpty();
  }

  @Test
  void theOldestAreTakenFirstAndNoMoreThanAskedFor() {
    for (int n = 0; n < 5; n++) {
      write(message("E" + n));
    }

    assertThat(take(2)).extracting(OutboxMessage::type).containsExactly("E0", "E1");
    assertThat(take(2)).extracting(OutboxMessage::type).containsExactly("E2", "E3");
    assertThat(take(2)).extracting(OutboxMessage::type).containsExactly("E4");
  }

  @Test
  void whatWasTakenByATransactionThatFailsIsThereAgain() {
    write(message("PLACED"));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          assertThat(outbox().take(10)).hasSize(1);
                          throw new IllegalStateException("nothing of this is to stay");
                        }));

    assertThat(take(10)).hasSize(1);
  }

  @Test
  void whatAnotherTransactionHasTakenIsPassedByWithoutWaiting() throws InterruptedException {
    write(message("FIRST"), message("SECOND"));
    List<OutboxMessage> theOthers = new ArrayList<>();
    work()
        .run(
            () -> {
              assertThat(outbox().take(1)).extracting(OutboxMessage::type).containsExactly("FIRST");
              Thread other = Thread.ofVirtual().start(() -> theOthers.addAll(take(10)));
              join(other);
            });

    assertThat(theOthers).extracting(OutboxMessage::type).containsExactly("SECOND");
  }

  @Test
  void whatIsParkedIsSeenAndNotTaken() {
    long parkedBefore = work().run(() -> outbox().backlog()).parked();
    write(message("WAITS"));
    work().run(() -> outbox().park(List.of(message("ODD"))));

    OutboxBacklog backlog = work().run(() -> outbox().backlog());
    assertThat(backlog.waiting()).isEqualTo(1);
    assertThat(backlog.parked()).isEqualTo(parkedBefore + 1);
    assertThat(take(10)).extracting(OutboxMessage::type).containsExactly("WAITS");
  }

  @Test
  void manyWhoTakeAtOnceTakeEachMessageOnceBetweenThem() throws InterruptedException {
    int number = 400;
    AtomicBoolean allWritten = new AtomicBoolean();
    Map<String, Integer> taken = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    boolean last;
                    List<OutboxMessage> messages;
                    do {
                      last = allWritten.get();
                      messages = take(7);
                      messages.forEach(message -> taken.merge(message.type(), 1, Integer::sum));
                    } while (!messages.isEmpty() || !last);
                  }));
    }
    Map<String, Integer> each = new HashMap<>();
    for (int n = 0; n < number; n++) {
      write(message("E" + n));
      each.put("E" + n, 1);
    }
    allWritten.set(true);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(taken).isEqualTo(each);
  }

  private List<OutboxMessage> take(int most) {
    return work().run(() -> outbox().take(most));
  }

  private void write(OutboxMessage... messages) {
    work()
        .run(
            () -> {
              for (OutboxMessage message : messages) {
                outbox().write(message);
              }
            });
  }

  private static OutboxMessage message(String type) {
    return new OutboxMessage(type, new UUID(1, 2), null, Map.of(), AT);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
