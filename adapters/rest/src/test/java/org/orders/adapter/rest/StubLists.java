package org.orders.adapter.rest;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Lists that do not end well. */
final class StubLists {

  /** How many pages of the list without an end were read. */
  static final AtomicLong PAGES = new AtomicLong();

  private StubLists() {}

  static boolean isNamed(@Nullable String query) {
    return query != null && Set.of("fails-midway", "endless").contains(query);
  }

  static <T> Page<T> page(String query, T item, PageRequest page) {
    if (query.equals("fails-midway") && page.after() != null) {
      throw new IllegalStateException("the second page cannot be read");
    }
    PAGES.incrementAndGet();
    return new Page<>(
        Collections.nCopies(page.limit(), item), new PageRequest.Position("on"), null);
  }
}
