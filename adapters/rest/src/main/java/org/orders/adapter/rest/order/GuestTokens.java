package org.orders.adapter.rest.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.json.Json;
import org.orders.application.access.AccessTokens;
import org.orders.application.order.OrderView;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

/** Hands guests the token of the order they placed. */
@Singleton
class GuestTokens {

  private final AccessTokens accessTokens;
  private final CurrentCaller caller;

  @Inject
  GuestTokens(AccessTokens accessTokens, CurrentCaller caller) {
    this.accessTokens = accessTokens;
    this.caller = caller;
  }

  /** In whose eyes the caller sees an order: guests see theirs as its owner from the beginning. */
  Actor ownerOf(OrderView order) {
    return caller.hasNoAccount() ? new Actor.Guest(order.order().id()) : caller.actor();
  }

  /** Adds the token, which is never kept: it is the same whenever it is made for the same order. */
  Answer complete(Answer placed) {
    if (!caller.hasNoAccount()) {
      return placed;
    }
    OrderId id = new OrderId(UUID.fromString(Json.member(placed.body(), "id")));
    Instant placedAt = Instant.parse(Json.member(placed.body(), "placedAt"));
    return placed.with("accessToken", accessTokens.issueForOrder(id, placedAt));
  }
}
