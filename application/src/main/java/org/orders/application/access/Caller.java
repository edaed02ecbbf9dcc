package org.orders.application.access;

import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;

/**
 * Who sent a request.
 *
 * @param session the session the access token belongs to; nothing for guests' tokens and callers
 *     without token
 */
public record Caller(Actor actor, Role role, @Nullable SessionId session) {

  /** Somebody who did not say who they are. */
  public static Caller anonymous() {
    return new Caller(new Actor.Anonymous(), Role.ANONYMOUS, null);
  }
}
