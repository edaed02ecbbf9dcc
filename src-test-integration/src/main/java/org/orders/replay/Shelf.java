package org.orders.replay;

import java.math.BigDecimal;
import org.orders.replay.plan.Product;
import org.orders.replay.service.Stocked;

/** A product of the file where it stands on the service: its id, its opening, its price now. */
final class Shelf {

  private final Product product;
  private final String id;
  private final long opening;
  private BigDecimal price;

  Shelf(Product product, Stocked stocked) {
    this.product = product;
    this.id = stocked.id();
    this.opening = stocked.inventory();
    this.price = stocked.price();
  }

  Product product() {
    return product;
  }

  String id() {
    return id;
  }

  /** The stock before the first row. */
  long opening() {
    return opening;
  }

  boolean costs(BigDecimal amount) {
    return price.compareTo(amount) == 0;
  }

  void priced(BigDecimal amount) {
    price = amount;
  }
}
