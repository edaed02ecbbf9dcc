package org.orders.application.job;

/** Where a job stands. What is done is no job any more. */
public enum JobState {
  /** Waits to be done, now or at its time. */
  READY,
  /** A worker has it, or had it and died. */
  RUNNING,
  /** Was given up, and waits for an administrator. */
  DEAD
}
