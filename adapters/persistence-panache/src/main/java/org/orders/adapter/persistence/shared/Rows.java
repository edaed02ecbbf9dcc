package org.orders.adapter.persistence.shared;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.orders.domain.shared.ConcurrentChange;

/** How rows that are Panache entities are looked up and written, the same for all of them. */
public final class Rows {

  private Rows() {}

  public static <R extends PanacheEntityBase> Optional<R> find(Class<R> type, Object id) {
    return Optional.ofNullable(session(type).find(type, id));
  }

  /**
   * The row, as it is now, held against other writers until the transaction ends.
   *
   * @param <R> the type of row
   */
  public static <R extends PanacheEntityBase> Optional<R> lock(Class<R> type, Object id) {
    return Optional.ofNullable(session(type).find(type, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * The row of something that was read before and is to be replaced.
   *
   * @throws ConcurrentChange when it is not there in this version
   */
  public static <R extends PanacheEntityBase> R present(
      Optional<R> row, Predicate<? super R> sameVersion) {
    return row.filter(sameVersion).orElseThrow(ConcurrentChange::new);
  }

  /**
   * Sends what was changed to the database now, so that native statements see it and its refusals
   * are heard here.
   *
   * @param constraint the one whose violation is the given refusal
   */
  public static void flush(
      Class<? extends PanacheEntityBase> type, String constraint, RuntimeException refusal) {
    try {
      session(type).flush();
    } catch (PersistenceException failure) {
      throw Failures.violatedConstraint(failure).filter(constraint::equals).isPresent()
          ? refusal
          : failure;
    }
  }

  private static Session session(Class<? extends PanacheEntityBase> type) {
    return Panache.getSession(type);
  }
}
