package org.orders.domain.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** The products somebody wants and how many of each, every product once, in the caller's order. */
public record Basket(Map<ProductId, Integer> quantities) {

  /** The most lines a request may hold. */
  public static final int MAX_LINES = 2_000;

  /** The most pieces a line may hold, also after merging. */
  public static final int MAX_QUANTITY = 1_000_000;

  /** One line as the caller wrote it. */
  public record Line(ProductId product, int quantity) {}

  public Basket {
    quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
  }

  /**
   * The lines with those of the same product merged.
   *
   * @throws InvalidValue naming each line that is out of bounds
   */
  public static Basket of(List<Line> lines) {
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new InvalidValue("items", "must have 1 to " + MAX_LINES + " lines");
    }
    List<Violation> violations = new ArrayList<>();
    Map<ProductId, Integer> merged = new LinkedHashMap<>();
    for (int index = 0; index < lines.size(); index++) {
      Line line = lines.get(index);
      long sum = (long) merged.getOrDefault(line.product(), 0) + line.quantity();
      if (line.quantity() < 1 || sum > MAX_QUANTITY) {
        violations.add(
            new Violation(
                "/items/" + index + "/quantity", "must be from 1 to 1000000 for one product"));
      } else {
        merged.put(line.product(), (int) sum);
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidValue(violations);
    }
    return new Basket(merged);
  }
}
