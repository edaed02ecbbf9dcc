package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;

/** Access tokens that are remembered instead of signed. */
public final class PlainAccessTokens implements AccessTokens {

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  private record Issued(Caller caller, Instant expiresAt) {}

  @Override
  public String issue(Subject subject, SessionId session, Instant at, Duration lifetime) {
    Caller caller = new Caller(subject.actor(), subject.role(), session);
    return remember("access " + session.value() + " " + at, caller, at.plus(lifetime));
  }

  @Override
  public String issueForOrder(OrderId order, Instant placedAt) {
    Caller guest = new Caller(new Actor.Guest(order), Role.GUEST, null);
    return remember("order " + order.value(), guest, placedAt.plus(Order.GUEST_ACCESS));
  }

  @Override
  public Caller read(String token, Instant now) {
    Issued found = issued.get(token);
    if (found == null || !now.isBefore(found.expiresAt)) {
      throw new InvalidToken();
    }
    return found.caller;
  }

  private String remember(String token, Caller caller, Instant expiresAt) {
    issued.put(token, new Issued(caller, expiresAt));
    return token;
  }
}
