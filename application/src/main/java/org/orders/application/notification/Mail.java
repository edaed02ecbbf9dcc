package org.orders.application.notification;

import org.orders.application.inventory.StockAlert;
import org.orders.domain.order.Order;
import org.orders.domain.payment.DeclineReason;
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
}
