package org.orders.application.payment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.Refund;
import org.orders.domain.shared.Reason;

/** Gives money back. */
public interface RefundPayment {

  /**
   * The refund, which is pending where a gateway is to be asked.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such payment
   * @throws org.orders.domain.payment.RefundExceedsPayment when more would go back than is left
   */
  Outcome<Refund> refund(Command command, Once<Refund> once);

  /**
   * @param amount in the payment's currency; nothing for all that is left
   */
  record Command(
      Actor actor, PaymentId payment, @Nullable BigDecimal amount, @Nullable Reason reason) {}
}
