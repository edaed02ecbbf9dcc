package org.orders.application.story;

import java.util.List;
import org.orders.domain.order.OrderStatus;

/**
 * Something that happens in a shop. Products and orders are named by numbers in the order in which
 * they came to be, counted round and round, so that any number names one.
 */
public sealed interface Step {

  /** A line of a basket. */
  record Line(int product, int quantity) {}

  record Create(int cents, int pieces) implements Step {}

  record Reprice(int product, int cents) implements Step {}

  record Discontinue(int product) implements Step {}

  record Watch(int product, int threshold) implements Step {}

  record Adjust(int product, int change) implements Step {}

  record SetTo(int product, int pieces) implements Step {}

  /** Pieces and threshold, in one go. */
  record Restock(int product, int pieces, int threshold) implements Step {}

  record Place(List<Line> lines) implements Step {}

  record Change(int order, List<Line> lines) implements Step {}

  record Cancel(int order) implements Step {}

  record Pay(int order) implements Step {}

  record Capture(int order) implements Step {}

  record Walk(int order, OrderStatus to) implements Step {}

  record Hold(int order, boolean held) implements Step {}

  /** Time goes by, and the sweep for unpaid orders runs. */
  record Pass(int minutes) implements Step {}
}
