package org.orders.application.shared;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.orders.domain.Samples;

/** Ids that sort by the time they were made, as those of the service do. */
public final class CountingIds implements IdGenerator {

  private final AtomicLong last = new AtomicLong(1_000_000);

  @Override
  public UUID next() {
    return Samples.id(last.incrementAndGet());
  }
}
