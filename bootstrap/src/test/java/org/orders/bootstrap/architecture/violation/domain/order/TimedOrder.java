package org.orders.bootstrap.architecture.violation.domain.order;

import java.time.Instant;

/** A domain type that asks the clock on the wall. */
final class TimedOrder {

  Instant placedAt() {
    return Instant.now();
  }
}
