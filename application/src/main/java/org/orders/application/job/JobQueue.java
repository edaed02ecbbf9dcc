package org.orders.application.job;

import java.util.Collection;

/** Where work is asked for. */
public interface JobQueue {

  /**
   * Asks for the work in the present transaction: it is done if that commits, and not if it does
   * not. Where the same work waits already, it is that job, which keeps its payload, and is done at
   * the earlier of the two times. Waits for no job that runs.
   */
  void enqueue(NewJob job);

  /** Asks for many pieces of work at once, as if for each of them. */
  default void enqueueAll(Collection<NewJob> jobs) {
    jobs.forEach(this::enqueue);
  }
}
