package org.orders.adapter.rest.fulfilment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.Pieces;

/** Some pieces of one line of an order. */
@RegisterForReflection
public record PiecesJson(@NotNull UUID itemId, @NotNull @Min(1) @Max(1_000_000) Integer quantity) {

  public static List<PiecesJson> of(Pieces pieces) {
    return pieces.byItem().entrySet().stream()
        .map(line -> new PiecesJson(line.getKey().value(), line.getValue()))
        .toList();
  }

  /** All of them together; a line that is named twice is named once. */
  public static Pieces toPieces(List<PiecesJson> lines) {
    return Pieces.sum(
        lines.stream()
            .map(line -> Pieces.of(new OrderItemId(line.itemId), line.quantity))
            .toList());
  }
}
