package org.orders.adapter.localcarrier;

import java.util.Locale;
import java.util.regex.Pattern;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.CountryCode;

/**
 * Tracking numbers as the Universal Postal Union's standard S10 writes them: two letters for the
 * service, eight digits, one that checks them, and the country of the sender: {@code
 * CA000000013US}.
 */
final class S10 {

  /** Service indicators that the standard gives to parcels, and to express items. */
  enum Kind {
    PARCEL('C'),
    EXPRESS('E');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  private static final long SERIALS = 100_000_000;
  private static final int LETTERS = 26;
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}([0-9]{8})([0-9])[A-Z]{2}");

  private S10() {}

  /**
   * The number of an item. Two serials of one kind and country share no number.
   *
   * @param serial 0 or more; when eight digits are used up, the second letter goes on
   * @throws IllegalStateException after 2.6 billion items
   */
  static TrackingNumber number(Kind kind, long serial, CountryCode country) {
    if (serial < 0 || serial >= SERIALS * LETTERS) {
      throw new IllegalStateException("The numbers of " + kind + " are used up");
    }
    char second = (char) ('A' + serial / SERIALS);
    String digits = String.format(Locale.ROOT, "%08d", serial % SERIALS);
    return new TrackingNumber("" + kind.letter + second + digits + check(digits) + country.value());
  }

  /** Whether the number has the standard's form, with the right check digit. */
  static boolean isValid(String number) {
    var parts = FORM.matcher(number);
    return parts.matches() && check(parts.group(1)) == Integer.parseInt(parts.group(2));
  }

  private static int check(String digits) {
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += WEIGHTS[place] * (digits.charAt(place) - '0');
    }
    int check = 11 - sum % 11;
    return switch (check) {
      case 10 -> 0;
      case 11 -> 5;
      default -> check;
    };
  }
}
