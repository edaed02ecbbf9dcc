package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;

/** What is to be different about a product; what is not sent stays. */
@Body(mayRepeat = ProductJson.class)
@RegisterForReflection
public record ProductChangeJson(
    @Size(min = 1, max = 200) @Nullable String name,
    @Size(max = 4_000) @Nullable String description,
    @DecimalMin("0") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 10)
        @Nullable BigDecimal price,
    @Min(0) @Max(1_000_000_000) @Nullable Long inventory,
    @Min(0) @Max(1_000_000_000) @Nullable Integer lowStockThreshold) {

  ChangeProduct.Command toCommand(
      Actor actor, ProductId product, Precondition<ProductView> precondition) {
    return new ChangeProduct.Command(
        actor,
        product,
        Optional.ofNullable(name).map(ProductName::new),
        Optional.ofNullable(description),
        Optional.ofNullable(price),
        Optional.ofNullable(inventory),
        Optional.ofNullable(lowStockThreshold),
        precondition);
  }
}
