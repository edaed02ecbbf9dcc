package org.orders.domain.fulfilment;

import java.util.regex.Pattern;
import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;

/**
 * What a carrier calls one of its services, such as {@code Express}: 1 to 64 printable ASCII
 * characters.
 */
public record ServiceName(String value) {

  private static final Pattern FORM = Pattern.compile("[!-~](?:[ -~]{0,62}[!-~])?");

  public ServiceName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("service", "must be 1 to 64 printable ASCII characters");
    }
    CardNumbers.refuseInCode("service", value);
  }
}
