package org.orders.adapter.rest.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** What is wrong with a request, gathered so that its sender hears of all of it at once. */
public final class Complaints {

  /** Enough to mend a request by; more would only make the answer as large as the request. */
  private static final int MAX = 100;

  private static final int MAX_POINTER = 1_000;

  private final List<Violation> violations = new ArrayList<>();

  public void add(String pointer, String detail) {
    boolean known = violations.stream().anyMatch(other -> covers(other.pointer(), pointer));
    if (!known && violations.size() < MAX) {
      violations.add(new Violation(shortened(Discretion.withoutCardNumbers(pointer)), detail));
    }
  }

  /** A pointer as it is, unless somebody made up a name that goes on and on. */
  static String shortened(String pointer) {
    return pointer.codePointCount(0, pointer.length()) <= MAX_POINTER
        ? pointer
        : pointer.substring(0, pointer.offsetByCodePoints(0, MAX_POINTER - 1)) + "…";
  }

  /**
   * Something made of several parts of a request, each of which may be wrong.
   *
   * @throws InvalidValue naming all that is wrong
   */
  public static <T> T gather(Function<Complaints, T> making) {
    Complaints complaints = new Complaints();
    T made = making.apply(complaints);
    complaints.refuseAny();
    return made;
  }

  /**
   * The value that is made of a part of the request; nothing where it could not be made, and then
   * nothing comes of the whole, because there is a complaint.
   *
   * @param parent where that part stands
   */
  @SuppressWarnings("NullAway")
  public <T> T within(String parent, Supplier<T> making) {
    try {
      return making.get();
    } catch (InvalidValue invalid) {
      invalid.violations().forEach(it -> add(parent + it.pointer(), it.detail()));
      return null;
    }
  }

  /**
   * Ends a request with which anything is wrong.
   *
   * @throws InvalidValue naming all of it
   */
  public void refuseAny() {
    if (!violations.isEmpty()) {
      throw new InvalidValue(violations);
    }
  }

  /** What is wrong with a whole is not said again of its parts. */
  private static boolean covers(String whole, String part) {
    return part.equals(whole) || part.startsWith(whole + "/");
  }
}
