package org.orders.application.job;

import java.util.Optional;
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
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a type of job: " + value);
    }
  }

  /** The type of this name; nothing where no type can have it. */
  public static Optional<JobType> parse(String value) {
    return isWellFormed(value) ? Optional.of(new JobType(value)) : Optional.empty();
  }

  private static boolean isWellFormed(String value) {
    return value.length() <= MAX && FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
