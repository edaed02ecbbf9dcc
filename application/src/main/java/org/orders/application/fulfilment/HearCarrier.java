package org.orders.application.fulfilment;

import org.orders.domain.fulfilment.EventsDelivery;

/** Takes a carrier's word of what happened to parcels. */
public interface HearCarrier {

  /**
   * Keeps what the delivery tells and lets the shipments follow; repeats, re-orderings and late
   * words are harmless, because a word only ever leads on.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such carrier
   * @throws org.orders.application.access.Forbidden when the delivery is not the carrier's own and
   *     fresh
   */
  void hear(String carrier, EventsDelivery delivery);
}
