package org.orders.domain.payment;

/** The name under which a gateway knows a charge; it is no secret. */
public record GatewayReference(String value) {

  private static final int MAX = 255;

  public GatewayReference {
    if (value.isBlank() || value.length() > MAX) {
      throw new IllegalArgumentException("A reference has 1 to " + MAX + " characters");
    }
  }
}
