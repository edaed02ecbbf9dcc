package org.orders.application.payment;

import org.orders.domain.payment.WebhookDelivery;

/** Takes a gateway's word that something happened. */
public interface HearGateway {

  /**
   * Has what the delivery speaks of looked up at the gateway; repeats and re-orderings are
   * harmless, because no delivery is taken for the truth.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such gateway
   * @throws org.orders.application.access.Forbidden when the delivery is not the gateway's own and
   *     fresh
   */
  void hear(String gateway, WebhookDelivery delivery);
}
