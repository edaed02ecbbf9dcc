package org.orders.application.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that is asked for.
 *
 * @param key what the work is about, such as the id of a payment's attempt. While a job waits, work
 *     of the same type and key is that job; while one runs, the next waits until it has ended
 * @param payload what the handler needs beside the key: small, and without personal data, because
 *     it is shown to administrators
 * @param notBefore when it may be done; nothing for at once
 */
public record NewJob(JobType type, String key, String payload, @Nullable Instant notBefore) {

  private static final int MAX_KEY = 200;
  private static final int MAX_PAYLOAD = 4_000;

  public NewJob {
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new IllegalArgumentException("a job's key has 1 to " + MAX_KEY + " characters");
    }
    if (payload.length() > MAX_PAYLOAD) {
      throw new IllegalArgumentException("a job's payload has at most " + MAX_PAYLOAD);
    }
  }

  /** Work to be done at once, about which the key says all. */
  public static NewJob of(JobType type, String key) {
    return new NewJob(type, key, "", null);
  }

  /** The same work, not to be done before the given time. */
  public NewJob notBefore(Instant time) {
    return new NewJob(type, key, payload, time);
  }
}
