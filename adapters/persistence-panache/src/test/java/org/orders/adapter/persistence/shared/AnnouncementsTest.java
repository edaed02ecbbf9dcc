package org.orders.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.shared.Announcements.Channel;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class AnnouncementsTest {

  @Inject Database database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  /** A listener with a fault. */
  private static final class Faulty implements Announcements.Listener {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    @Override
    public void listening() {
      if (begun.incrementAndGet() == 1) {
        throw new IllegalStateException("a fault on beginning");
      }
    }

    @Override
    public void heard(String message) {
      if (message.equals("spoilt")) {
        throw new IllegalStateException("a fault on hearing");
      }
      heard.add(message);
    }

    @Override
    public void lost() {
      throw new IllegalStateException("a fault on losing");
    }
  }

  @Test
  void aListenerThatFailsIsNotTheEndOfListening() {
    Announcements announcements =
        new Announcements(Optional.of(url), Optional.of("postgres"), Optional.of("postgres"));
    Faulty listener = new Faulty();
    announcements.subscribe(Channel.PAYMENT_SETTLED, listener);
    announcements.begin();
    try {
      await(announcements::areUpToDate);
      announce("spoilt");
      await(() -> listener.begun.get() == 3 && announcements.areUpToDate());
      announce("sound");
      await(() -> listener.heard.contains("sound"));
    } finally {
      announcements.end();
    }
  }

  private void announce(String message) {
    database.run(
        sql -> sql.query("SELECT pg_notify('payment_settled', ?)", row -> message, message));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      try {
        Thread.sleep(20);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
  }
}
