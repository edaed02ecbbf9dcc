package org.orders.application.catalog;

import java.util.Optional;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

/** A line of a file of products. */
public sealed interface ImportLine {

  /** The number of the line in the file on which it begins, from 1. */
  long line();

  /**
   * A product as it is to be; what is empty stays as it is, or has its default where the product is
   * new.
   *
   * @param inventory the pieces that can be ordered from now on
   */
  record Entry(
      long line,
      Sku sku,
      ProductName name,
      Optional<String> description,
      Money price,
      Optional<Long> inventory,
      Optional<Integer> lowStockThreshold)
      implements ImportLine {}

  /**
   * A line that makes no sense.
   *
   * @param detail why
   */
  record Bad(long line, String detail) implements ImportLine {}
}
