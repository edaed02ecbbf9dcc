package org.orders.replay.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One row of an invoice file, its fields trimmed and typed.
 *
 * @param line the line of the file it begins on, from 1
 * @param unitPrice as written, in pounds, with any number of decimals
 * @param customerId without a spreadsheet's {@code .0}, or null for a guest
 */
public record Row(
    int line,
    String invoice,
    String code,
    String description,
    long quantity,
    BigDecimal unitPrice,
    @Nullable String customerId,
    String country) {

  private static final int PENCE = 2;

  /** Whether the row belongs to a cancellation or credit. */
  public boolean onCreditNote() {
    return invoice.startsWith("C");
  }

  /** The unit price in whole pence, which is what the service is told. */
  public BigDecimal price() {
    return unitPrice.setScale(PENCE, RoundingMode.HALF_UP);
  }

  /** Whether {@link #price()} differs from what the file says. */
  public boolean rounded() {
    return price().compareTo(unitPrice) != 0;
  }

  /** Quantity × price in whole pence, with the sign of the quantity. */
  public BigDecimal amount() {
    return price().multiply(BigDecimal.valueOf(quantity));
  }
}
