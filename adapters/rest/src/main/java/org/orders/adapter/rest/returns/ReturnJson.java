package org.orders.adapter.rest.returns;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orders.adapter.rest.fulfilment.PiecesJson;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnStatus;

/**
 * A return as callers see it.
 *
 * @param refundAmount what goes back for it, or would
 */
@RegisterForReflection
public record ReturnJson(
    UUID id,
    UUID orderId,
    ReturnStatus status,
    List<PiecesJson> items,
    String reason,
    BigDecimal refundAmount,
    String currency,
    Instant createdAt,
    Instant updatedAt) {

  static ReturnJson of(Return goods) {
    return new ReturnJson(
        goods.id().value(),
        goods.orderId().value(),
        goods.status(),
        PiecesJson.of(goods.pieces()),
        goods.reason().value(),
        goods.refund().amount(),
        goods.refund().currency().getCurrencyCode(),
        goods.createdAt(),
        goods.updatedAt());
  }
}
