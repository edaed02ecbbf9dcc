package org.orders.adapter.persistence.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** A statement's parameter that holds many values of one type. */
public record SqlArray(String type, Object[] elements) {

  public static <T> SqlArray ofUuids(List<T> items, Function<? super T, UUID> value) {
    return new SqlArray("uuid", items.stream().map(value).toArray(UUID[]::new));
  }

  public static <T> SqlArray ofTexts(List<T> items, Function<? super T, String> value) {
    return new SqlArray("text", items.stream().map(value).toArray(String[]::new));
  }

  public static <T> SqlArray ofLongs(List<T> items, ToLongFunction<? super T> value) {
    return new SqlArray("int8", items.stream().mapToLong(value).boxed().toArray(Long[]::new));
  }

  public static <T> SqlArray ofInts(List<T> items, ToIntFunction<? super T> value) {
    return new SqlArray("int4", items.stream().mapToInt(value).boxed().toArray(Integer[]::new));
  }

  public static <T> SqlArray ofInstants(List<T> items, Function<? super T, Instant> value) {
    return new SqlArray(
        "timestamptz",
        items.stream().map(value).map(time -> time.atOffset(ZoneOffset.UTC)).toArray());
  }

  /** Two arrays are one only if they are the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return type + "[]";
  }
}
