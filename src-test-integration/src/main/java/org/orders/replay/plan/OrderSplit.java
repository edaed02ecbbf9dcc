package org.orders.replay.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of an invoice, laid out as few orders as the service allows.
 *
 * <p>The same product at one price is one line. A product stands in an order once, at one price and
 * with a limited quantity, so what is more goes to a further order.
 */
final class OrderSplit {

  private record Priced(String code, BigDecimal price) {}

  private static final class Basket {
    private final List<OrderLine> lines = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    boolean takes(OrderLine line) {
      return lines.size() < Limits.LINES_OF_AN_ORDER && !codes.contains(line.code());
    }

    void put(OrderLine line) {
      lines.add(line);
      codes.add(line.code());
    }
  }

  private OrderSplit() {}

  /** The lines of each order, the first order first; none where there are no lines. */
  static List<List<OrderLine>> of(List<OrderLine> lines) {
    List<Basket> baskets = new ArrayList<>();
    for (OrderLine line : merged(lines)) {
      for (long left = line.quantity(); left > 0; left -= Limits.PIECES) {
        long pieces = Math.min(left, Limits.PIECES);
        put(new OrderLine(line.code(), line.price(), pieces), baskets);
      }
    }
    return baskets.stream().map(basket -> List.copyOf(basket.lines)).toList();
  }

  /** One line for each product and price, in the order of their first. */
  static List<OrderLine> merged(List<OrderLine> lines) {
    Map<Priced, Long> quantities = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      quantities.merge(new Priced(line.code(), line.price()), line.quantity(), Math::addExact);
    }
    return quantities.entrySet().stream()
        .map(each -> new OrderLine(each.getKey().code(), each.getKey().price(), each.getValue()))
        .toList();
  }

  private static void put(OrderLine line, List<Basket> baskets) {
    for (Basket basket : baskets) {
      if (basket.takes(line)) {
        basket.put(line);
        return;
      }
    }
    Basket further = new Basket();
    further.put(line);
    baskets.add(further);
  }
}
