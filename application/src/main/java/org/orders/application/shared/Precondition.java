package org.orders.application.shared;

/**
 * What the caller rests their command on, checked on the present state inside the transaction that
 * changes it.
 *
 * @param <T> what the caller has seen
 */
@FunctionalInterface
public interface Precondition<T> {

  /**
   * Lets the present state pass or refuses it.
   *
   * @throws StaleVersion when the caller has seen another version
   */
  void check(T present);

  /** The caller rests on nothing. */
  static <T> Precondition<T> none() {
    return present -> {};
  }
}
