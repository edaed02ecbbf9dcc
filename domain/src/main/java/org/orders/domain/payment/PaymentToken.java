package org.orders.domain.payment;

import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;

/** What a gateway's vault gave out in place of a card: of use at that gateway alone. */
public record PaymentToken(String value) {

  private static final int MAX = 255;

  public PaymentToken {
    boolean plain = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (value.isEmpty() || value.length() > MAX || !plain) {
      throw new InvalidValue(
          "token", "must be 1 to " + MAX + " printable characters without spaces");
    }
    // Somebody took the wrong field: a number must not go where tokens are kept.
    if (CardNumber.isWrittenIn(value) || CardNumbers.standIn(value)) {
      throw new InvalidValue("token", CardNumbers.REFUSAL);
    }
  }

  /** Hides the token, because money can be taken with it. */
  @Override
  public String toString() {
    return "PaymentToken[***]";
  }
}
