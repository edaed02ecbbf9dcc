package org.orders.domain.inventory;

import java.util.List;
import java.util.Map;
import org.orders.domain.shared.Refusal;

/** Some products are short; it lists all of them, and nothing was taken of any. */
public final class InsufficientStock extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient List<Shortage> shortages;

  public InsufficientStock(List<Shortage> shortages) {
    super(
        Kind.CONFLICT,
        "insufficient-stock",
        "There is not enough stock; see shortages.",
        Map.of("shortages", shortages.stream().map(InsufficientStock::member).toList()));
    this.shortages = List.copyOf(shortages);
  }

  public List<Shortage> shortages() {
    return shortages;
  }

  private static Map<String, Object> member(Shortage shortage) {
    return Map.of(
        "productId", shortage.product().value(),
        "requested", shortage.requested(),
        "available", shortage.available());
  }
}
