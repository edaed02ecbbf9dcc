package org.orders.adapter.persistence.shared;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Refusal;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What failures of the database mean to the service, by their SQLSTATE. */
public final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  /** Whether the same work may succeed when it is simply done again. */
  static boolean isWorthAnotherTry(Throwable failure) {
    if (failure instanceof ConcurrentChange || isStale(failure)) {
      return true;
    }
    return sqlFailure(failure).map(Failures::isCollision).orElse(false);
  }

  /** The failure as the service's callers know it. */
  public static RuntimeException translate(RuntimeException failure) {
    // The platform wraps what is thrown where a transaction was suspended.
    Optional<Refusal> refusal = find(failure, Refusal.class);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (isStale(failure)) {
      return new ConcurrentChange();
    }
    SQLException sql = sqlFailure(failure).orElse(null);
    if (sql == null) {
      return isFailedCommit(failure) ? unavailable(failure.toString()) : failure;
    }
    if (isCollision(sql)) {
      return new ConcurrentChange();
    }
    if (isOutage(sql)) {
      return unavailable(sql + " (SQLSTATE " + sql.getSQLState() + ")");
    }
    return failure;
  }

  private static DatabaseUnavailable unavailable(String why) {
    LOG.warnf("The database is unavailable: %s", why);
    return new DatabaseUnavailable();
  }

  static RuntimeException translate(SQLException failure) {
    return translate(new StatementFailed(failure));
  }

  /** The name of the constraint or unique index that a statement would have violated. */
  public static Optional<String> violatedConstraint(Throwable failure) {
    return sqlFailure(failure)
        .filter(sql -> state(sql).startsWith("23"))
        .flatMap(Failures::serverMessage)
        .map(ServerErrorMessage::getConstraint);
  }

  /** The detail of an error that a function of ours raised with the given SQLSTATE. */
  public static Optional<String> raised(Throwable failure, String sqlState) {
    return sqlFailure(failure)
        .filter(sql -> state(sql).equals(sqlState))
        .flatMap(Failures::serverMessage)
        .map(ServerErrorMessage::getDetail);
  }

  /** Deadlocks and serialisation failures: somebody had to give way. */
  static boolean isCollision(SQLException failure) {
    return state(failure).equals("40P01") || state(failure).equals("40001");
  }

  /**
   * Connections lost or refused (08, 57P, the pool's own failures, which have no state), resources
   * exhausted (53), time-outs of statements (57014), locks (55P03) and idle transactions (25P03,
   * 25P04), a standby that cannot write (25006), no way in (28, 3D), disks (58).
   */
  private static boolean isOutage(SQLException failure) {
    String state = state(failure);
    return state.isEmpty()
        || state.startsWith("08")
        || state.startsWith("28")
        || state.startsWith("3D")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58")
        || state.equals("57014")
        || state.equals("55P03")
        || state.equals("25P03")
        || state.equals("25P04")
        || state.equals("25006");
  }

  private static boolean isStale(Throwable failure) {
    return find(failure, OptimisticLockException.class).isPresent()
        || find(failure, StaleStateException.class).isPresent();
  }

  /**
   * The connection was lost while the transaction committed: whether it did is not known, and
   * whoever sends the request again under its key will hear.
   */
  private static boolean isFailedCommit(Throwable failure) {
    return find(failure, RollbackException.class).isPresent()
        || find(failure, HeuristicMixedException.class).isPresent()
        || find(failure, HeuristicRollbackException.class).isPresent()
        || find(failure, SystemException.class).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }

  private static Optional<SQLException> sqlFailure(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return Optional.of(sql);
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (suppressed instanceof SQLException sql) {
          return Optional.of(sql);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
    return failure instanceof PSQLException server
        ? Optional.ofNullable(server.getServerErrorMessage())
        : Optional.empty();
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
