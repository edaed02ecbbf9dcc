package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.access.LoginAttempts;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.SessionRepository;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyStore;
import org.orders.application.shared.Retention;
import org.orders.application.shared.UnitOfWork;

/** Wires what all features share. */
@Dependent
class SharedWiring {

  @Produces
  @Singleton
  InstantSource clock() {
    return new MicrosecondClock();
  }

  @Produces
  @Singleton
  IdGenerator ids(InstantSource clock) {
    return new TimeOrderedIds(clock);
  }

  @Produces
  @Singleton
  Idempotency idempotency(IdempotencyStore store, InstantSource clock) {
    return new Idempotency(store, clock);
  }

  @Produces
  @Singleton
  Retention retention(
      IdempotencyStore answers,
      SessionRepository sessions,
      LoginAttempts attempts,
      PasswordResetRepository resets,
      UnitOfWork work,
      InstantSource clock) {
    return new Retention(answers, sessions, attempts, resets, work, clock);
  }
}
