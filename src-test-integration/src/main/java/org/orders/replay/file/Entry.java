package org.orders.replay.file;

/**
 * What a row is in the books: a sale, a stock adjustment, a credit, or nothing that can be
 * replayed.
 */
public sealed interface Entry {

  /** The row itself. */
  Row row();

  /** Pieces sold at a price: a line of an order. */
  record Sale(Row row) implements Entry {}

  /** Pieces that came or went without a sale: found, lost, damaged, given away. */
  record Adjustment(Row row) implements Entry {}

  /** Pieces or money given back on a credit note; the quantity is negative. */
  record Credit(Row row) implements Entry {}

  /** A row that means nothing to a shop's stock and orders. */
  record Unusable(Row row, String why) implements Entry {}

  /** Reads the meaning of a row off its invoice number, quantity and price. */
  static Entry of(Row row) {
    int price = row.unitPrice().signum();
    if (row.quantity() == 0) {
      return new Unusable(row, "the quantity is 0");
    }
    if (row.onCreditNote()) {
      return row.quantity() < 0
          ? new Credit(row)
          : new Unusable(row, "a credit note with a positive quantity");
    }
    if (row.quantity() < 0 || price == 0) {
      return new Adjustment(row);
    }
    return price > 0 ? new Sale(row) : new Unusable(row, "a negative unit price");
  }
}
