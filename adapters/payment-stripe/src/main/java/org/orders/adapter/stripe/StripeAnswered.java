package org.orders.adapter.stripe;

import com.stripe.exception.StripeException;

/**
 * An answer that is not of the good sort, before the client reads it: it would fill its model
 * classes by reflection, and would put the texts of errors into exceptions.
 */
final class StripeAnswered extends StripeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient String body;
  private final boolean replayed;

  StripeAnswered(int status, String body, boolean replayed) {
    super("Stripe answered " + status, null, null, status);
    this.status = status;
    this.body = body;
    this.replayed = replayed;
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }

  boolean replayed() {
    return replayed;
  }
}
