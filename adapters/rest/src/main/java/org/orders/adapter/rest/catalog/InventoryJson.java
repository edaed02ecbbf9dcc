package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.application.inventory.AdjustInventory.Adjustment;
import org.orders.domain.shared.InvalidValue;

/**
 * How many pieces can be ordered from now on.
 *
 * @param quantity exactly so many; or
 * @param change so many more, or fewer
 */
@Body
@RegisterForReflection
public record InventoryJson(
    @Min(0) @Max(1_000_000_000) @Nullable Long quantity,
    @Min(-1_000_000_000) @Max(1_000_000_000) @Nullable Long change,
    @Size(max = 1_000) @Nullable String reason) {

  Adjustment adjustment() {
    if (quantity != null && change == null) {
      return new Adjustment.SetTo(quantity);
    } else if (change != null && quantity == null) {
      return new Adjustment.Change(change);
    }
    throw new InvalidValue("quantity", "must be sent, or change instead, but not both");
  }
}
