package org.orders.domain.order;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Some pieces of some lines of an order: what a parcel carries, what arrived, what comes back.
 *
 * @param byItem how many of which line, each more than zero
 */
public record Pieces(Map<OrderItemId, Integer> byItem) {

  public static final Pieces NONE = new Pieces(Map.of());

  public Pieces {
    // In the order in which they were named, for people who read them.
    byItem = Collections.unmodifiableMap(new LinkedHashMap<>(byItem));
    byItem.forEach(
        (item, quantity) -> {
          if (quantity <= 0) {
            throw new IllegalArgumentException("pieces are more than zero");
          }
        });
  }

  public static Pieces of(OrderItemId item, int quantity) {
    return new Pieces(Map.of(item, quantity));
  }

  /** All of them together. */
  public static Pieces sum(Collection<Pieces> parts) {
    Pieces sum = NONE;
    for (Pieces part : parts) {
      sum = sum.plus(part);
    }
    return sum;
  }

  public int of(OrderItemId item) {
    return byItem.getOrDefault(item, 0);
  }

  public boolean isEmpty() {
    return byItem.isEmpty();
  }

  public Pieces plus(Pieces others) {
    Map<OrderItemId, Integer> sum = new LinkedHashMap<>(byItem);
    others.byItem.forEach((item, quantity) -> sum.merge(item, quantity, Math::addExact));
    return new Pieces(sum);
  }

  /** What is left of these without the others; of what there are more others, nothing. */
  public Pieces minus(Pieces others) {
    Map<OrderItemId, Integer> rest = new LinkedHashMap<>();
    byItem.forEach(
        (item, quantity) -> {
          int left = quantity - others.of(item);
          if (left > 0) {
            rest.put(item, left);
          }
        });
    return new Pieces(rest);
  }

  /** Whether there are at least as many of the others. */
  public boolean fitsInto(Pieces others) {
    return minus(others).isEmpty();
  }

  /** The pieces as a refusal lists them. */
  public List<Map<String, Object>> listed() {
    return byItem.entrySet().stream()
        .map(
            entry ->
                Map.<String, Object>of(
                    "itemId", entry.getKey().value(), "quantity", entry.getValue()))
        .toList();
  }

  public void forEach(BiConsumer<OrderItemId, Integer> action) {
    byItem.forEach(action);
  }
}
