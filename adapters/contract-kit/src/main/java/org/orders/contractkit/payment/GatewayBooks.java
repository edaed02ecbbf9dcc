package org.orders.contractkit.payment;

import java.util.List;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.shared.Money;

/** What the gateway itself has booked, seen from its own side and not through the adapter. */
public interface GatewayBooks {

  /** Every time it took money for the attempt. */
  List<Money> captures(AttemptId attempt);

  /** Every time it gave money of the attempt back. */
  List<Money> refunds(AttemptId attempt);
}
