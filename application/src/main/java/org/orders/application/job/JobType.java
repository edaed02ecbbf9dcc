package org.orders.application.job;

import java.util.regex.Pattern;

/**
 * A sort of work, which one handler does.
 *
 * @param value lower case words with hyphens between, at most 40 characters
 */
public record JobType(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAX = 40;

  public JobType {
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a type of job: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
