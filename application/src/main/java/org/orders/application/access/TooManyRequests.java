package org.orders.application.access;

import java.time.Duration;
import org.orders.domain.shared.Refusal;

/** Too much in too little time. */
public final class TooManyRequests extends Refusal {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyRequests(Duration retryAfter) {
    super(Kind.RATE_LIMITED, "rate-limited", "Too many requests; try again later.");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
