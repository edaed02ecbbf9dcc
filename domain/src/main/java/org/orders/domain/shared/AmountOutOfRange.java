package org.orders.domain.shared;

/** An amount beyond what can be counted exactly (about 9 × 10¹⁸ minor units). */
public final class AmountOutOfRange extends Refusal {

  private static final long serialVersionUID = 1L;

  public AmountOutOfRange() {
    super(Kind.UNPROCESSABLE, "amount-out-of-range", "The amount is too large to be counted.");
  }
}
