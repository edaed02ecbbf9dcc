package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.ActorJson;
import org.orders.application.inventory.Movement;

/** A line of a product's stock ledger. */
@RegisterForReflection
public record MovementJson(
    Instant at,
    long quantity,
    String reason,
    @Nullable UUID orderId,
    ActorJson actor,
    long balance) {

  static MovementJson of(Movement movement) {
    return new MovementJson(
        movement.at(),
        movement.quantity(),
        movement.reason(),
        movement.order() == null ? null : movement.order().value(),
        ActorJson.of(movement.actor()),
        movement.balance());
  }
}
