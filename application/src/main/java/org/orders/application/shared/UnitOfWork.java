package org.orders.application.shared;

import java.util.function.Supplier;

/**
 * A database transaction around a piece of work. Inside another one it takes part in that one. The
 * outermost is run again, up to three times, when the database ends it for a deadlock, a
 * serialisation failure or a {@link org.orders.domain.shared.ConcurrentChange}; the work must
 * therefore have no effect outside the database, and never call a gateway, a carrier or a mail
 * server.
 */
public interface UnitOfWork {

  /** Runs the work; whatever it throws rolls everything back. */
  <R> R run(Supplier<R> work);

  /** Runs work that has no result. */
  default void run(Runnable work) {
    run(
        () -> {
          work.run();
          return true;
        });
  }
}
