package org.orders.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list somebody wants.
 *
 * @param limit the most items, 1 to 200
 * @param after where the page before ended; nothing for the first page
 * @param count whether the number of all items is wanted, which costs more the more there are
 */
public record PageRequest(int limit, @Nullable Position after, boolean count) {

  /**
   * A place in a list, written by the adapter that keeps the list and readable only by it.
   *
   * @param value letters, digits and the signs {@code - _ . : ,}
   */
  public record Position(String value) {}
}
