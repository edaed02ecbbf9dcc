package org.orders.domain.fulfilment;

import java.util.List;

/** What a delivery of events turned out to be. */
public sealed interface EventsReading {

  /**
   * The carrier's own word, fresh. There are no events where it speaks of what is none of ours; the
   * order says nothing.
   */
  record Accepted(List<CarrierEvent> events) implements EventsReading {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Not signed by the carrier, or not within the tolerated time, or unreadable. */
  record Rejected(Fault fault) implements EventsReading {}

  /** What is wrong with a delivery. */
  enum Fault {
    /** No signature where one must be, or not the carrier's. */
    FORGED,
    /** Signed longer ago, or further ahead, than is tolerated: perhaps recorded and played back. */
    STALE,
    /** Signed by the carrier, and still not what it says it sends. */
    UNREADABLE
  }
}
