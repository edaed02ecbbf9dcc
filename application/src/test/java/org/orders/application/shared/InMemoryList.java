package org.orders.application.shared;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.PageRequest.Position;
import org.orders.domain.shared.InvalidValue;

/** Cuts lists, newest first, into pages that stay in place while new items come. */
public final class InMemoryList {

  private InMemoryList() {}

  /** Where an item stands: its time, and among those of one time what tells them apart. */
  public record Place(Instant at, String id) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::at).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    Position position() {
      return new Position(at + "," + id);
    }

    static Place of(Position position) {
      int comma = position.value().indexOf(',');
      try {
        return new Place(
            Instant.parse(position.value().substring(0, Math.max(comma, 0))),
            position.value().substring(comma + 1));
      } catch (DateTimeParseException notOurs) {
        throw new InvalidValue("cursor", "must be the nextCursor of a page of this list");
      }
    }
  }

  /** One page of all the items. */
  public static <T> Page<T> page(Stream<T> items, Function<T, Place> place, PageRequest request) {
    List<T> all = items.sorted(Comparator.comparing(place).reversed()).toList();
    Place after = request.after() == null ? null : Place.of(request.after());
    List<T> rest =
        after == null
            ? all
            : all.stream().filter(item -> place.apply(item).compareTo(after) < 0).toList();
    List<T> part = rest.stream().limit(request.limit()).toList();
    @Nullable Position next =
        part.size() < rest.size() ? place.apply(part.getLast()).position() : null;
    return new Page<>(part, next, request.count() ? (long) all.size() : null);
  }

  /** Whether any of the texts holds the query, without regard to case. */
  public static boolean holds(String query, String... texts) {
    String wanted = fold(query);
    return Stream.of(texts).anyMatch(text -> fold(text).contains(wanted));
  }

  /** The text as it is compared. */
  public static String fold(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
