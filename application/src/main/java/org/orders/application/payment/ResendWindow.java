package org.orders.application.payment;

import java.time.Duration;
import java.time.Instant;
import org.orders.domain.payment.PaymentGateway;

/**
 * How long something that moves money may be sent again under the key it was first sent with.
 * Beyond it a gateway may have forgotten the key, and would move the money twice.
 */
final class ResendWindow {

  /** The latest time to send again, whatever the gateway says of its keys. */
  private static final Duration LONGEST = Duration.ofHours(20);

  private ResendWindow() {}

  /** Open before the key's lifetime is over, and before the longest time is. */
  static boolean isOpen(PaymentGateway gateway, Instant firstSentAt, Instant now) {
    Duration lifetime = gateway.keyLifetime();
    Duration limit = lifetime.compareTo(LONGEST) < 0 ? lifetime : LONGEST;
    return now.isBefore(firstSentAt.plus(limit));
  }
}
