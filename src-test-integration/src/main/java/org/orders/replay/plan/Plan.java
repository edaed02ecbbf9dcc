package org.orders.replay.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.replay.file.LineProblem;
import org.orders.replay.file.Row;

/**
 * All that a file asks of the service.
 *
 * @param products in the order they turn up
 * @param customers the known ones and where they live, in the order they turn up
 * @param steps in file order
 * @param credits what was given back without cancelling an order
 * @param rounded the sales and credits whose unit price had to be rounded
 * @param problems rows that lead to nothing
 */
public record Plan(
    List<Product> products,
    Map<String, Country> customers,
    List<Step> steps,
    Credits credits,
    List<Row> rounded,
    List<LineProblem> problems) {

  /** Keeps its own copies. */
  public Plan {
    products = List.copyOf(products);
    customers = Collections.unmodifiableMap(new LinkedHashMap<>(customers));
    steps = List.copyOf(steps);
    rounded = List.copyOf(rounded);
    problems = List.copyOf(problems);
  }

  /** What the orders will come to, were every step to succeed. */
  public BigDecimal orderTotal() {
    return steps.stream()
        .filter(Step.PlaceOrder.class::isInstance)
        .map(Step.PlaceOrder.class::cast)
        .map(Step.PlaceOrder::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
