package org.orders.application.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Reference;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;

/** Places an order and reserves its stock: all lines or none. */
public interface PlaceOrder {

  /**
   * The placed order.
   *
   * @throws org.orders.domain.customer.UnknownCustomer when there is none, or not for this actor
   * @throws org.orders.domain.customer.CustomerInactive when the customer has left
   * @throws org.orders.domain.catalog.UnknownProduct when a product is not there
   * @throws org.orders.domain.catalog.ProductDiscontinued when a product is no longer sold
   * @throws org.orders.domain.shared.MixedCurrencies when products are sold in several currencies
   * @throws org.orders.domain.order.PriceChanged when the total is not the expected one
   * @throws org.orders.domain.inventory.InsufficientStock with all products that are short
   */
  Outcome<OrderView> place(Command command, Once<OrderView> once);

  /**
   * @param shippingAddress where it goes; the customer's address where nothing is said
   * @param contact whom to tell; the customer where nothing is said
   * @param expectedTotal what the caller thinks it costs
   */
  record Command(
      Actor actor,
      Buyer buyer,
      Basket basket,
      @Nullable Address shippingAddress,
      @Nullable Contact contact,
      @Nullable Reference reference,
      @Nullable BigDecimal expectedTotal) {}

  /** Who buys. */
  sealed interface Buyer {

    /** Somebody with a customer record. */
    record Known(CustomerId id) implements Buyer {}

    /** Somebody who buys once, without an account. */
    record Guest(Profile profile) implements Buyer {}
  }
}
