package org.orders.adapter.rest.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** Reads an {@code Idempotency-Key}: the key itself, or the quoted form of the IETF draft. */
final class IdempotencyKey {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*)\"");

  /** So that nobody without an account hits upon somebody else's key. */
  private static final int MIN_OF_STRANGERS = 20;

  private IdempotencyKey() {}

  /**
   * The key that the header holds.
   *
   * @param strangers whether the caller shares the scope of their keys with others
   * @throws InvalidValue when there is none in it
   */
  static String parse(List<String> headers, boolean strangers) {
    if (headers.size() != 1) {
      throw invalid("must be sent once");
    }
    String header = headers.getFirst().strip();
    Matcher quoted = QUOTED.matcher(header);
    String key = quoted.matches() ? quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1") : header;
    if (!PRINTABLE.matcher(key).matches()) {
      throw invalid("must be 1 to 255 printable ASCII characters");
    }
    if (strangers && key.length() < MIN_OF_STRANGERS) {
      throw invalid("must be at least 20 characters for callers without an account");
    }
    if (CardNumbers.standInCode(key)) {
      throw invalid(CardNumbers.REFUSAL);
    }
    return key;
  }

  private static InvalidValue invalid(String detail) {
    return new InvalidValue(List.of(new Violation("/header/Idempotency-Key", detail)));
  }
}
