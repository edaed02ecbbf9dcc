package org.orders.domain.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.TrackingNumber;

/** What is known of a label that was asked for. */
public sealed interface LabelOutcome {

  /**
   * There is a label, and it can be used. However often it is asked for, these are the same.
   *
   * @param estimatedDelivery when the carrier means to be there, where it says so
   */
  record Bought(TrackingNumber tracking, LabelDocument label, @Nullable Instant estimatedDelivery)
      implements LabelOutcome {}

  /** There is no label that can be used, and under this reference never will be. Final. */
  record Refused(LabelRefusal reason) implements LabelOutcome {}

  /**
   * Nothing has been bought so far. It may be bought now, under the same reference: a request that
   * is still on its way does no harm then.
   */
  record NotBought() implements LabelOutcome {}

  /**
   * Nobody here knows, or the carrier is still at it: a time-out, a broken connection, an answer
   * that makes no sense. Ask later.
   */
  record Unknown() implements LabelOutcome {}
}
