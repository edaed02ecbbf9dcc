package org.orders.application.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How workers share the jobs: any number of them, on any number of replicas, without knowing of one
 * another. All times are those of the database, so that replicas need not agree on the time.
 */
public interface JobLeases {

  /**
   * Takes jobs that are due, and first those whose worker let its lease run out; never waits for
   * another worker.
   *
   * @param room how many jobs of which type to take at most
   * @param time how long the leases last
   */
  List<TakenJob> take(Map<JobType, Integer> room, Duration time);

  /** Lets leases that still hold last for the given time from now. */
  void renew(Collection<Lease> leases, Duration time);

  /** Gives jobs back that were not finished; the try does not count. */
  void giveBack(Collection<Lease> leases);

  /**
   * Holds the job for the present transaction: nobody takes it before that has ended.
   *
   * @throws LeaseLost when the lease does not hold any more
   */
  void hold(Lease lease);

  /**
   * Ends a job that is done, in the present transaction where there is one.
   *
   * @throws LeaseLost when the lease does not hold any more
   */
  void done(Lease lease);

  /**
   * Lets a job wait to be tried again. Where the same work was asked for meanwhile, that job goes
   * on in its place.
   *
   * @throws LeaseLost when the lease does not hold any more
   */
  void retry(Lease lease, Duration after, ReasonCode reason);

  /**
   * Gives a job up: it stays where administrators see it.
   *
   * @throws LeaseLost when the lease does not hold any more
   */
  void giveUp(Lease lease, ReasonCode reason);
}
