package org.orders.replay.service;

import java.math.BigDecimal;
import java.time.Instant;

/** An order as the service knows it. */
public record Placed(String id, String status, BigDecimal total, Instant placedAt) {

  /** Whether it still waits for its payment. */
  public boolean unpaid() {
    return status.equals("PENDING");
  }

  /** Whether it was cancelled. */
  public boolean cancelled() {
    return status.equals("CANCELLED");
  }
}
