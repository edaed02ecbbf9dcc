package org.orders.application.job;

import java.util.List;
import java.util.Optional;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** The read side of jobs. */
public interface JobQueries {

  Optional<Job> find(JobId id);

  /** Jobs, the newest first. */
  Page<Job> list(JobFilter filter, PageRequest page);

  /** What there is to do, by type. Reads all jobs, so not for the path of a request. */
  List<JobBacklog> backlog();
}
