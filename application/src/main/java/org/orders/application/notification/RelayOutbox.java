package org.orders.application.notification;

import java.util.List;

/** Turns messages of the outbox into the work that follows from them, each exactly once. */
public interface RelayOutbox {

  /** Takes messages, the oldest first, and asks for what follows, by one commit. */
  Relayed relay(int most);

  /**
   * What was relayed.
   *
   * @param taken how many messages were taken; as many as could be where there may be more
   * @param parked those of them that nobody could make sense of
   */
  record Relayed(int taken, List<Parked> parked) {
    public Relayed {
      parked = List.copyOf(parked);
    }
  }

  /** A message that was put aside, and why. */
  record Parked(OutboxMessage message, RuntimeException failure) {}
}
