package org.orders.adapter.persistence.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A statement's parameter that holds many values of one type. */
public record SqlArray(String type, @Nullable Object[] elements) {

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

  /** Times, some of which may be missing. */
  public static <T> SqlArray ofInstants(
      List<T> items, Function<? super T, @Nullable Instant> value) {
    // As texts, which the driver can put into an array of any type.
    @Nullable String[] texts = new @Nullable String[items.size()];
    for (int index = 0; index < texts.length; index++) {
      @Nullable Instant time = value.apply(items.get(index));
      texts[index] = time == null ? null : time.toString();
    }
    return new SqlArray("timestamptz", texts);
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
