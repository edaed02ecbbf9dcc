package org.orders.adapter.rest.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often somebody may call.
 *
 * @param rate requests a second that are given back; 0 for no limit
 * @param burst requests that may come at once after a rest
 */
record RateLimit(double rate, double burst) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:/(\\d{1,9}))?");

  /** Reads {@code rate/burst}; {@code 0} is no limit. */
  static RateLimit of(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("A rate limit is rate/burst or 0, not " + text);
    }
    double rate = Double.parseDouble(match.group(1));
    double burst = match.group(2) == null ? rate : Double.parseDouble(match.group(2));
    return new RateLimit(rate, Math.max(1, burst));
  }

  boolean isNone() {
    return rate == 0;
  }
}
