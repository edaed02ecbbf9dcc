package org.orders.application.notification;

import java.util.List;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.StockAlert;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.Pieces;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.returns.Return;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;

/**
 * What a mail says. Each sort of mail is one of these records, a pair of templates named after its
 * kind, and a {@link MailRule}; see "How to add a mail" in CONTRIBUTING.md.
 */
public sealed interface Mail {

  /** We have the order. */
  record OrderPlaced(Order order) implements Mail {}

  /** The order's money came. */
  record OrderPaid(Order order, Money amount) implements Mail {}

  /** The order's money did not come. */
  record PaymentDeclined(Order order, Money amount, DeclineReason reason) implements Mail {}

  /** Money went back. */
  record PaymentRefunded(Order order, Money amount) implements Mail {}

  /** The order was given up. */
  record OrderCancelled(Order order) implements Mail {}

  /**
   * A parcel is on its way.
   *
   * @param parts what is in it
   * @param tracking where its journey is told
   */
  record OrderShipped(Order order, Shipment shipment, List<Part> parts, String tracking)
      implements Mail {}

  /**
   * A parcel arrived.
   *
   * @param parts what was in it
   * @param tracking where its journey is told
   */
  record OrderDelivered(Order order, Shipment shipment, List<Part> parts, String tracking)
      implements Mail {}

  /** We heard that something is to come back. */
  record ReturnRequested(Order order, Return goods, List<Part> parts) implements Mail {}

  /** We take it back. */
  record ReturnApproved(Order order, Return goods, List<Part> parts) implements Mail {}

  /** We have it. */
  record ReturnReceived(Order order, Return goods, List<Part> parts) implements Mail {}

  /** We do not take it back. */
  record ReturnRejected(Order order, Return goods, List<Part> parts) implements Mail {}

  /** Some pieces of a line of an order. */
  record Part(OrderItem item, int quantity) {

    /** The parts that the pieces are, in the order of the lines. */
    static List<Part> of(Order order, Pieces pieces) {
      return order.lines().items().stream()
          .filter(item -> pieces.of(item.id()) > 0)
          .map(item -> new Part(item, pieces.of(item.id())))
          .toList();
    }
  }

  /**
   * Somebody does not know their password.
   *
   * @param token by which they set another one
   * @param address where they do so; the token is in it
   */
  record PasswordReset(PersonName name, String token, String address) implements Mail {

    /** Never shows the token. */
    @Override
    public String toString() {
      return "PasswordReset[***]";
    }
  }

  /** A product fell to its threshold. */
  record StockLow(StockAlert alert) implements Mail {}

  /** The books of stock began to disagree. */
  record DriftsFound(Check check) implements Mail {}
}
