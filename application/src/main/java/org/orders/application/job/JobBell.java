package org.orders.application.job;

/**
 * What wakes this replica's workers when work was asked for here, so that it need not wait for
 * their next look. Nothing depends on its being heard.
 */
@FunctionalInterface
public interface JobBell {

  void ring();
}
