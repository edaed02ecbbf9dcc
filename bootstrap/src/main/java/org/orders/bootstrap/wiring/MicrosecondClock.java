package org.orders.bootstrap.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The system's time in microseconds, which is what the database keeps: what is answered now is what
 * is read later.
 */
final class MicrosecondClock implements InstantSource {

  @Override
  public Instant instant() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
