package org.orders.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.orders.domain.Samples;

/** A clock that stands still until somebody moves it. */
public final class TestClock implements InstantSource {

  private volatile Instant now = Samples.NOW;

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
