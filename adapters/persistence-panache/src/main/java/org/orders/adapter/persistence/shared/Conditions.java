package org.orders.adapter.persistence.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, all of which must hold, with their arguments in order. */
public final class Conditions {

  private final StringBuilder text = new StringBuilder("true");
  private final List<@Nullable Object> arguments = new ArrayList<>();

  /** Adds a condition with a question mark for each of the values. */
  public Conditions and(String condition, @Nullable Object... values) {
    text.append(" AND (").append(condition).append(')');
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  /** Adds a condition where there is a value for it. */
  public Conditions andIfPresent(String condition, @Nullable Object value) {
    return value == null ? this : and(condition, value);
  }

  public String text() {
    return text.toString();
  }

  public @Nullable Object[] arguments(@Nullable Object... further) {
    List<@Nullable Object> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(further));
    return all.toArray();
  }
}
