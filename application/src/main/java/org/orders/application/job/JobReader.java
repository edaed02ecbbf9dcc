package org.orders.application.job;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.NotFound;

/** Reads jobs as they are kept. */
final class JobReader implements ReadJobs {

  private final JobQueries queries;

  JobReader(JobQueries queries) {
    this.queries = queries;
  }

  @Override
  public Job read(JobId id) {
    return queries.find(id).orElseThrow(() -> new NotFound("job"));
  }

  @Override
  public Page<Job> list(JobFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }
}
