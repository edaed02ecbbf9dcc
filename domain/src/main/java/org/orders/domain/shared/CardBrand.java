package org.orders.domain.shared;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The schemes that issue payment cards, by what their numbers begin with and how long they are. */
public enum CardBrand {
  VISA("visa", 13, 16, 19),
  MASTERCARD("mastercard", 16),
  AMEX("amex", 15),
  JCB("jcb", 16),
  DINERS("diners", 14),
  DISCOVER("discover", 16),
  UNIONPAY("unionpay", 16, 17, 18, 19);

  /** How many of a number's first digits tell its brand. */
  private static final int PREFIX = 4;

  private final String spelling;

  /** The bit of each length that a number may have. */
  private final int lengths;

  CardBrand(String spelling, int... lengths) {
    this.spelling = spelling;
    this.lengths = IntStream.of(lengths).map(length -> 1 << length).sum();
  }

  /** The brand of a number of at least four digits, whatever its length. */
  public static Optional<CardBrand> of(CharSequence digits) {
    return Optional.ofNullable(byPrefix(Integer.parseInt(digits, 0, PREFIX, 10)));
  }

  /** The brand in the gateways' spelling. */
  public String spelling() {
    return spelling;
  }

  /** Whether its numbers may have so many digits. */
  boolean hasNumbersOf(int digits) {
    return (lengths >> digits & 1) == 1;
  }

  private static @Nullable CardBrand byPrefix(int four) {
    int two = four / 100;
    if (two / 10 == 4) {
      return VISA;
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return MASTERCARD;
    }
    if (two == 34 || two == 37) {
      return AMEX;
    }
    if (four >= 3528 && four <= 3589) {
      return JCB;
    }
    if (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059)) {
      return DINERS;
    }
    if (four == 6011 || two == 65 || (four >= 6440 && four <= 6499)) {
      return DISCOVER;
    }
    return two == 62 ? UNIONPAY : null;
  }
}
