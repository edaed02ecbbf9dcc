package org.orders.adapter.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Runs jobs that are tried again anyway: the first of a row of failures is logged with its cause,
 * the recovery too, and nothing in between, because a database that is away for an hour would fill
 * the log.
 */
@ApplicationScoped
public class Quietly {

  private static final Logger LOG = Logger.getLogger(Quietly.class);

  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  /** Runs the work, and answers whether it succeeded. */
  boolean run(String job, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      if (failing.add(job)) {
        LOG.warnf(failure, "Job %s fails; it is tried again and again", job);
      }
      return false;
    }
    if (failing.remove(job)) {
      LOG.infof("Job %s works again", job);
    }
    return true;
  }
}
