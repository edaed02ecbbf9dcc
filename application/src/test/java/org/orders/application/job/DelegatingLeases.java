package org.orders.application.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Leases of somebody else, for tests that change one thing about them. */
public class DelegatingLeases implements JobLeases {

  private final JobLeases leases;

  public DelegatingLeases(JobLeases leases) {
    this.leases = leases;
  }

  @Override
  public List<TakenJob> take(Map<JobType, Integer> room, Duration time) {
    return leases.take(room, time);
  }

  @Override
  public void renew(Collection<Lease> held, Duration time) {
    leases.renew(held, time);
  }

  @Override
  public void giveBack(Collection<Lease> held) {
    leases.giveBack(held);
  }

  @Override
  public void hold(Lease lease) {
    leases.hold(lease);
  }

  @Override
  public void done(Lease lease) {
    leases.done(lease);
  }

  @Override
  public void retry(Lease lease, Duration after, ReasonCode reason) {
    leases.retry(lease, after, reason);
  }

  @Override
  public void giveUp(Lease lease, ReasonCode reason) {
    leases.giveUp(lease, reason);
  }
}
