package org.orders.application.job;

/**
 * Somebody else has the job: the worker slept past its lease, or gave the job back. What it wanted
 * to write was not written, and is the other's to write.
 */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LeaseLost() {
    super("another worker has the job", null, false, false);
  }
}
