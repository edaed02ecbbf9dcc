package org.orders.domain.payment;

import java.util.List;

/** What a webhook's delivery turned out to be. */
public sealed interface WebhookReading {

  /** The gateway's own word, fresh. There are no events where it speaks of what is none of ours. */
  record Accepted(List<GatewayEvent> events) implements WebhookReading {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Not signed by the gateway, or not within the tolerated time, or unreadable. */
  record Rejected(Fault fault) implements WebhookReading {}

  /** What is wrong with a delivery. */
  enum Fault {
    /** No signature where one must be, or not the gateway's. */
    FORGED,
    /** Signed longer ago, or further ahead, than is tolerated: perhaps recorded and played back. */
    STALE,
    /** Signed by the gateway, and still not what it says it sends. */
    UNREADABLE
  }
}
