package org.orders.adapter.persistence.job;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.orders.application.job.JobBell;
import org.orders.application.shared.IdGenerator;

/** What the service gives the jobs beside the database. */
@Dependent
class JobSurroundings {

  /** A bell that counts. */
  static final class CountingBell implements JobBell {

    private final AtomicInteger rings = new AtomicInteger();

    @Override
    public void ring() {
      rings.incrementAndGet();
    }

    int rings() {
      return rings.get();
    }
  }

  @Produces
  @Singleton
  CountingBell bell() {
    return new CountingBell();
  }

  @Produces
  @Singleton
  IdGenerator ids() {
    return UUID::randomUUID;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
