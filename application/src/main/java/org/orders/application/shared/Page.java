package org.orders.application.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.PageRequest.Position;

/**
 * A part of a list.
 *
 * @param next where the next page begins; nothing at the end
 * @param total the number of all items, where it was asked for
 */
public record Page<T>(List<T> items, @Nullable Position next, @Nullable Long total) {

  public Page {
    items = List.copyOf(items);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), next, total);
  }
}
