package org.orders.domain.payment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/**
 * A payment card as its holder typed it. It lives as long as the request and goes to a {@link
 * CardVault} alone: it is never kept, queued, logged or echoed.
 */
public record Card(CardNumber number, YearMonth expiry, String cvc, String holder) {

  private static final Pattern THREE = Pattern.compile("[0-9]{3}");
  private static final Pattern FOUR = Pattern.compile("[0-9]{4}");
  private static final Pattern EITHER = Pattern.compile("[0-9]{3,4}");
  private static final int LONGEST_HOLDER = 200;

  /** A card is good through its month wherever its holder is: here the month ends last. */
  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  /**
   * The card, where number, expiry and cvc can be right.
   *
   * @throws InvalidValue naming every field that cannot; it never quotes what was given
   */
  public static Card of(
      String number, int expiryMonth, int expiryYear, String cvc, String holder, Instant now) {
    List<Violation> wrong = new ArrayList<>();
    String digits = number.replace(" ", "");
    if (!CardNumber.isOne(digits)) {
      wrong.add(
          new Violation("/number", "must be a card number: 12 to 19 digits with a check digit"));
    }
    if (expiryMonth < 1 || expiryMonth > 12) {
      wrong.add(new Violation("/expiryMonth", "must be a month from 1 to 12"));
    } else if (expiryYear < 2000 || expiryYear > 9999) {
      wrong.add(new Violation("/expiryYear", "must be a year of four digits"));
    } else if (YearMonth.of(expiryYear, expiryMonth)
        .isBefore(YearMonth.from(now.atOffset(LATEST)))) {
      wrong.add(new Violation("/expiryYear", "must not lie in the past"));
    }
    if (!securityCode(digits).matcher(cvc).matches()) {
      wrong.add(new Violation("/cvc", "must be the 3 digits (American Express: 4) on the card"));
    }
    if (holder.isBlank() || holder.codePointCount(0, holder.length()) > LONGEST_HOLDER) {
      wrong.add(new Violation("/holder", "must be 1 to " + LONGEST_HOLDER + " characters"));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidValue(wrong);
    }
    return new Card(new CardNumber(digits), YearMonth.of(expiryYear, expiryMonth), cvc, holder);
  }

  private static Pattern securityCode(String digits) {
    if (!CardNumber.isOne(digits)) {
      return EITHER;
    }
    return new CardNumber(digits).brand().equals("amex") ? FOUR : THREE;
  }

  public CardSummary summary() {
    return new CardSummary(number.brand(), number.last4());
  }

  /** Hides the card, because it must not reach a log. */
  @Override
  public String toString() {
    return "Card[***]";
  }
}
