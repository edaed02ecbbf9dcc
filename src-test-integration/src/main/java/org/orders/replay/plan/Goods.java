package org.orders.replay.plan;

import java.util.Locale;
import java.util.Set;

/** Which codes are things on a shelf, and which are postage, fees, discounts and manual entries. */
final class Goods {

  private static final Set<String> NO_GOODS =
      Set.of(
          "POST",
          "DOT",
          "C2",
          "C3",
          "M",
          "D",
          "S",
          "B",
          "BANK CHARGES",
          "AMAZONFEE",
          "CRUK",
          "ADJUST",
          "ADJUST2");

  private Goods() {}

  /** Whether a credit of this code brings pieces back; the file writes some codes in lower case. */
  static boolean includes(String code) {
    return !NO_GOODS.contains(code.toUpperCase(Locale.ROOT));
  }
}
