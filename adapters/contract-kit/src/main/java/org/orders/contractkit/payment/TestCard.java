package org.orders.contractkit.payment;

import java.time.Instant;
import org.orders.domain.payment.Card;

/** A card whose fate is known: the numbers that test gateways have in common. */
public enum TestCard {
  GOOD("4242424242424242"),
  DECLINED("4000000000000002"),
  POOR("4000000000009995");

  /** A security code that is seen nowhere by chance. */
  public static final String CVC = "739";

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final String number;

  TestCard(String number) {
    this.number = number;
  }

  public String number() {
    return number;
  }

  public Card card() {
    return Card.of(number, 12, 2099, CVC, "Test Holder", LONG_AGO);
  }
}
