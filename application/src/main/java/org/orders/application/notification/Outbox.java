package org.orders.application.notification;

import java.util.List;

/**
 * What happened and nobody has been told of yet. What happens to orders and payments is written by
 * their repositories, with the change itself; whatever else happens is written here, in the
 * transaction that makes it so.
 */
public interface Outbox {

  /** Writes what happened, in the present transaction. */
  void write(OutboxMessage message);

  /**
   * Takes messages out, the oldest first, for the present transaction: if that fails they are there
   * again. Those that somebody else is taking at this moment are passed by.
   */
  List<OutboxMessage> take(int most);

  /**
   * Puts messages back that nobody could make sense of, where they are seen but not taken again
   * until an operator says so.
   */
  void park(List<OutboxMessage> messages);

  /** What waits. Reads all of it, so not for the path of a request. */
  OutboxBacklog backlog();
}
