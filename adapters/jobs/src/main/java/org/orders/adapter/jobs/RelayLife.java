package org.orders.adapter.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.notification.RelayOutbox;

/** The relay of this replica, which works from the service's start to its end. */
@ApplicationScoped
class RelayLife {

  private final OutboxRelay relay;

  RelayLife(
      RelayOutbox relayOutbox,
      Quietly quietly,
      @ConfigProperty(name = "orders.outbox.look-every", defaultValue = "500ms")
          Duration lookEvery) {
    this.relay = new OutboxRelay(relayOutbox, lookEvery, quietly);
  }

  /** After everything else that happens at the start. */
  void begin(@Observes @Priority(10_000) StartupEvent start) {
    relay.start();
  }

  /** Before anything that it needs goes away. */
  void end(@Observes @Priority(1) ShutdownEvent stop) {
    relay.stop();
  }
}
