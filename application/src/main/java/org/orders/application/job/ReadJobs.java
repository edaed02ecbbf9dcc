package org.orders.application.job;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Looks jobs up. Only for administrators; adapters check the role. */
public interface ReadJobs {

  /**
   * One job.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, because it is done or never was
   */
  Job read(JobId id);

  /** Jobs, the newest first. */
  Page<Job> list(JobFilter filter, PageRequest page);
}
