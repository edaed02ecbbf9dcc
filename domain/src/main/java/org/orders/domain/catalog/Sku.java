package org.orders.domain.catalog;

import java.util.regex.Pattern;
import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;

/**
 * The shop's own code of a product: 1 to 64 printable characters, spaces only inside. Compared
 * exactly; case matters.
 */
public record Sku(String value) {

  private static final int MAX = 64;
  private static final Pattern PRINTABLE =
      Pattern.compile("[^\\p{C}\\p{Z}]([^\\p{C}\\p{Zl}\\p{Zp}]*[^\\p{C}\\p{Z}])?");

  public Sku {
    if (value.codePointCount(0, value.length()) > MAX || !PRINTABLE.matcher(value).matches()) {
      throw new InvalidValue(
          "sku", "must be 1 to 64 printable characters without a space at either end");
    }
    CardNumbers.refuseInCode("sku", value);
  }
}
