package org.orders.domain.shared;

import org.jspecify.annotations.Nullable;

/** A postal address; lines, city and region as people write them, in any script. */
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String region,
    String postalCode,
    CountryCode country) {

  private static final int LINE = 200;
  private static final int POSTAL_CODE = 20;

  public Address {
    Text.required("line1", line1, LINE);
    if (line2 != null) {
      Text.limited("line2", line2, LINE);
    }
    Text.required("city", city, LINE);
    if (region != null) {
      Text.limited("region", region, LINE);
    }
    Text.required("postalCode", postalCode, POSTAL_CODE);
  }

  /** Says nothing of where somebody lives, because it may reach a log. */
  @Override
  public String toString() {
    return "Address[" + country.value() + "]";
  }
}
