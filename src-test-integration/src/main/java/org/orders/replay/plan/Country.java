package org.orders.replay.plan;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A country as an address holds it.
 *
 * @param code ISO 3166-1 alpha-2
 * @param region what the file says where that is no country, or else null
 */
public record Country(String code, @Nullable String region) {

  private static final String SELLER = "GB";
  private static final Map<String, String> CODES = codes();

  /** The country a file's name for one means; a name nobody knows is kept as a region. */
  public static Country named(String name) {
    String code = CODES.get(name);
    if (code != null) {
      return new Country(code, null);
    }
    return new Country(SELLER, name.isBlank() ? null : Limits.cut(name, Limits.NAME));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String code : Locale.getISOCountries()) {
      codes.put(code, code);
      codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
    }
    codes.put("EIRE", "IE");
    codes.put("RSA", "ZA");
    codes.put("Channel Islands", "JE");
    codes.put("USA", "US");
    codes.put("UK", SELLER);
    codes.put("Czech Republic", "CZ");
    codes.put("Hong Kong", "HK");
    codes.put("Korea", "KR");
    return Collections.unmodifiableMap(codes);
  }
}
