package org.orders.integration.payment;

import java.util.Map;

/** Cards that the simulated gateway knows. */
public final class Cards {

  public static final String GOOD = "4242424242424242";

  /** A number that is used nowhere else, so that it can be searched for. */
  static final String UNMISTAKABLE = "4539578763621486";

  private Cards() {}

  /** A card of that number, as POST /payments takes it. */
  public static Map<String, Object> card(String number) {
    return Map.of(
        "type",
        "card",
        "number",
        number,
        "expiryMonth",
        12,
        "expiryYear",
        2099,
        "cvc",
        "739",
        "holder",
        "Ada Lovelace");
  }
}
