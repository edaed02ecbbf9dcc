package org.orders.application.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, written with the change itself for whoever is to hear of it later.
 *
 * @param type what happened, such as {@code PLACED} or {@code PAYMENT_CAPTURED}
 * @param orderId the order that it concerns, where it concerns one
 * @param subject what else it is about, such as a product, a shipment or a return
 * @param facts what else is known of it: ids, states, amounts; nothing about people
 */
public record OutboxMessage(
    String type,
    @Nullable UUID orderId,
    @Nullable UUID subject,
    Map<String, String> facts,
    Instant at) {

  public OutboxMessage {
    facts = Map.copyOf(facts);
  }
}
