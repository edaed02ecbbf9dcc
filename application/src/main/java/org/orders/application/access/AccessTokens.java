package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import org.orders.domain.order.OrderId;

/** Writes and reads access tokens. */
public interface AccessTokens {

  /** A token for a subject, as a part of its session. */
  String issue(Subject subject, SessionId session, Instant at, Duration lifetime);

  /**
   * The token that makes its bearer the owner of one order; the same for the same order and time.
   */
  String issueForOrder(OrderId order, Instant placedAt);

  /**
   * Who the token was written for.
   *
   * @throws InvalidToken when it is not ours, or expired
   */
  Caller read(String token, Instant now);
}
