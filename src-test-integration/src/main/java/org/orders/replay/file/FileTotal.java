package org.orders.replay.file;

import java.math.BigDecimal;
import java.util.List;

/**
 * Σ of a file: what its sales come to.
 *
 * <p>Deliberately a plain sum over the rows that knows nothing of orders, so that a mistake in
 * planning or replaying them cannot hide in it.
 */
public final class FileTotal {

  private FileTotal() {}

  /** Σ quantity × price in whole pence over the rows that sell something and are no credit. */
  public static BigDecimal of(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.quantity() > 0 && row.unitPrice().signum() > 0 && !row.onCreditNote())
        .map(Row::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
