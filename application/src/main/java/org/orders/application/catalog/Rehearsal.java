package org.orders.application.catalog;

import java.util.Arrays;
import java.util.List;
import org.orders.application.catalog.ImportLine.Entry;
import org.orders.domain.catalog.Sku;

/**
 * What a dry run would have made, of which nothing is in the database. Of each product two numbers
 * of 64 bits are kept, so that a file of millions of lines fits into memory. Two skus of it may
 * have the same number, which is next to never and then costs no more than a word in the report.
 */
final class Rehearsal {

  private static final int BEGINNING = 1_024;

  private long[] made = new long[BEGINNING];
  private int size;

  /** Whether the dry run made a product with the sku. */
  boolean hasMade(Sku sku) {
    return made[place(hash(sku.value()))] != 0;
  }

  /** Whether it made one in the same currency. */
  boolean hasMadeInItsCurrency(Entry entry) {
    return made[place(hash(inCurrency(entry)))] != 0;
  }

  void remember(List<Entry> entries) {
    for (Entry entry : entries) {
      put(hash(entry.sku().value()));
      put(hash(inCurrency(entry)));
    }
  }

  private void put(long number) {
    int place = place(number);
    if (made[place] == 0) {
      made[place] = number;
      size++;
      if (size > made.length / 2) {
        grow();
      }
    }
  }

  private void grow() {
    long[] before = made;
    made = new long[before.length * 2];
    Arrays.stream(before).filter(number -> number != 0).forEach(it -> made[place(it)] = it);
  }

  /** Where the number stands, or the free place where it would. */
  private int place(long number) {
    int place = (int) (number ^ (number >>> 32)) & (made.length - 1);
    while (made[place] != 0 && made[place] != number) {
      place = (place + 1) & (made.length - 1);
    }
    return place;
  }

  private static String inCurrency(Entry entry) {
    return entry.price().currency().getCurrencyCode() + '\n' + entry.sku().value();
  }

  /** FNV-1a, never 0. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < text.length(); index++) {
      hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }
}
