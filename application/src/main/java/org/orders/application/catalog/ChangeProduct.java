package org.orders.application.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;

/** Changes a product; what is empty in the command stays. */
public interface ChangeProduct {

  /**
   * The product as changed.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   * @throws org.orders.domain.catalog.ProductDiscontinued when it is no longer sold
   * @throws org.orders.domain.shared.InvalidValue when the price has more decimals than its
   *     currency
   */
  Outcome<ProductView> change(Command command, Once<ProductView> once);

  /**
   * @param price in the product's currency
   * @param inventory the pieces that can be ordered from now on
   */
  record Command(
      Actor actor,
      ProductId product,
      Optional<ProductName> name,
      Optional<String> description,
      Optional<BigDecimal> price,
      Optional<Long> inventory,
      Optional<Integer> lowStockThreshold,
      Precondition<ProductView> precondition) {}
}
