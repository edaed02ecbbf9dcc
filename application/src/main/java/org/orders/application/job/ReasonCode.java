package org.orders.application.job;

import java.util.regex.Pattern;

/**
 * Why a job was not done, as a word that programs count and people look up. Its form leaves no room
 * for personal data.
 *
 * @param value lower case letters and digits with hyphens or underscores between, at most 64
 */
public record ReasonCode(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
  private static final int MAX = 64;

  public ReasonCode {
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a reason code of at most " + MAX + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
