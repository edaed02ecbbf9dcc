package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.adapter.rest.json.Currencies;
import org.orders.application.catalog.CreateProduct;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

/** A product that is to be taken into the catalogue. */
@Body
@RegisterForReflection
public record NewProductJson(
    @NotNull @Size(min = 1, max = 64) String sku,
    @NotBlank @Size(max = 200) String name,
    @NotNull @DecimalMin("0") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 10)
        BigDecimal price,
    @NotNull @Size(min = 3, max = 3) String currency,
    @Size(max = 4_000) @Nullable String description,
    @Min(0) @Max(1_000_000_000) @Nullable Long inventory,
    @Min(0) @Max(1_000_000_000) @Nullable Integer lowStockThreshold) {

  CreateProduct.Command toCommand(Actor actor) {
    return Complaints.gather(
        complaints ->
            new CreateProduct.Command(
                actor,
                complaints.within("", () -> new Sku(sku)),
                complaints.within("", () -> new ProductName(name)),
                complaints.within(
                    "", () -> Product.checkDescription(description == null ? "" : description)),
                complaints.within(
                    "", () -> Money.of("price", price, Currencies.of("currency", currency))),
                inventory == null ? 0 : inventory,
                lowStockThreshold == null ? 0 : lowStockThreshold));
  }
}
