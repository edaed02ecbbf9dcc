package org.orders.adapter.rest.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller would like where they have a choice (RFC 7240). */
public final class Prefer {

  /** The longest that a request is kept waiting. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|,)\\s*wait\\s*=\\s*(?:([0-9]+)|\"([0-9]+)\")\\s*(?=[,;]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST_DIGITS = 6;

  private Prefer() {}

  /**
   * How long the caller would wait for a final answer, at most as long as they may. What makes no
   * sense is passed over, as preferences are.
   *
   * @param headers all header fields of the name {@code Prefer}
   */
  public static Optional<Duration> wait(List<String> headers) {
    Matcher wait = WAIT.matcher(String.join(",", headers));
    if (!wait.find()) {
      return Optional.empty();
    }
    String seconds = wait.group(1) == null ? wait.group(2) : wait.group(1);
    Duration wanted =
        seconds.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(seconds));
    return Optional.of(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
  }
}
