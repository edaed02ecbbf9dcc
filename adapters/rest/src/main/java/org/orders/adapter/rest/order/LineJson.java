package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.order.Basket;

/** A product that is wanted, and how many of it. */
@RegisterForReflection
public record LineJson(@NotNull UUID productId, @NotNull @Min(1) @Max(1_000_000) Integer quantity) {

  static Basket basket(List<LineJson> lines) {
    return Basket.of(
        lines.stream()
            .map(line -> new Basket.Line(new ProductId(line.productId), line.quantity))
            .toList());
  }
}
