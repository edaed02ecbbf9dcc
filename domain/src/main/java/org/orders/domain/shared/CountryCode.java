package org.orders.domain.shared;

import java.util.Locale;
import java.util.Set;

/** A country by its ISO 3166-1 alpha-2 code, as assigned: {@code DE}, {@code TH}, {@code JE}. */
public record CountryCode(String value) {

  private static final Set<String> ASSIGNED =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

  public CountryCode {
    if (!ASSIGNED.contains(value)) {
      throw new InvalidValue("country", "must be an ISO 3166-1 alpha-2 code");
    }
  }
}
