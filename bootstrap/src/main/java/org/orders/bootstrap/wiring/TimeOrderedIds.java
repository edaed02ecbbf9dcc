package org.orders.bootstrap.wiring;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.orders.application.shared.IdGenerator;

/** UUIDs of version 7 (RFC 9562), rising also within a millisecond. */
final class TimeOrderedIds implements IdGenerator {

  private final TimeBasedEpochGenerator generator;

  TimeOrderedIds(InstantSource clock) {
    this.generator =
        new TimeBasedEpochGenerator(
            new SecureRandom(),
            new UUIDClock() {
              @Override
              public long currentTimeMillis() {
                return clock.millis();
              }
            });
  }

  @Override
  public UUID next() {
    return generator.generate();
  }
}
