package org.orders.domain.order;

import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

/**
 * One line of an order: a product as it was sold, at the price it was sold at.
 *
 * @param quantity pieces, 1 to 1,000,000
 */
public record OrderItem(
    OrderItemId id, ProductId productId, Sku sku, ProductName name, Money unitPrice, int quantity) {

  public static OrderItem of(OrderItemId id, Product product, int quantity) {
    return new OrderItem(
        id, product.id(), product.sku(), product.name(), product.price(), quantity);
  }

  /** The line with another number of pieces, at the price it has. */
  public OrderItem withQuantity(int pieces) {
    return new OrderItem(id, productId, sku, name, unitPrice, pieces);
  }

  public Money lineTotal() {
    return unitPrice.times(quantity);
  }
}
