package org.orders.domain.shared;

import java.util.List;
import java.util.Map;

/** A value that is not what its field may hold; it names each field and what would be right. */
public final class InvalidValue extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param pointer the place as a JSON pointer (RFC 6901), such as {@code /items/0/quantity}
   * @param detail what the value must be
   */
  public record Violation(String pointer, String detail) {}

  private final transient List<Violation> violations;

  public InvalidValue(List<Violation> violations) {
    super(
        Kind.INVALID,
        "validation-failed",
        "The request is not valid; see errors.",
        Map.of("errors", List.copyOf(violations)));
    this.violations = List.copyOf(violations);
  }

  /**
   * @param field a member of the request's root object
   */
  public InvalidValue(String field, String detail) {
    this(List.of(new Violation("/" + field, detail)));
  }

  public List<Violation> violations() {
    return violations;
  }

  /** The same, where the object that was read stands deeper in the request. */
  public InvalidValue within(String parentPointer) {
    return new InvalidValue(
        violations.stream()
            .map(v -> new Violation(parentPointer + v.pointer(), v.detail()))
            .toList());
  }
}
