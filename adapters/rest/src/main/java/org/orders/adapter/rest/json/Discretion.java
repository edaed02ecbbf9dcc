package org.orders.adapter.rest.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.orders.domain.payment.CardNumber;
import org.orders.domain.shared.CardNumbers;

/**
 * What is said of a request in answers and in the log, when a caller put something where it does
 * not belong: a card number in the name of a field, in an address, in the id of a request.
 */
public final class Discretion {

  /** Digits that stand alone, perhaps in groups; an id's groups do not stand alone. */
  private static final Pattern DIGITS =
      Pattern.compile("(?<![0-9A-Za-z-])[0-9](?:[ -]?[0-9]){11,18}(?![0-9A-Za-z-])");

  /** A word of our addresses, or of a file's name there. */
  private static final Pattern WORD = Pattern.compile("[a-z.][a-z.-]{0,39}");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern PART = Pattern.compile("[^/]+");

  private Discretion() {}

  /** The text with stars in place of card numbers. */
  public static String withoutCardNumbers(String text) {
    String starred = CardNumbers.starred(text);
    return DIGITS
        .matcher(starred)
        .replaceAll(found -> CardNumber.isWrittenIn(found.group()) ? "***" : found.group());
  }

  /**
   * The path of a request as it is, or where a card number stands in it no more than {@link
   * #template} says: it may be written in many ways there.
   */
  public static String pathWithoutCardNumbers(String path) {
    String starred = withoutCardNumbers(path);
    return holdsEncodedCardNumber(starred) ? template(path) : starred;
  }

  private static boolean holdsEncodedCardNumber(String path) {
    try {
      return path.indexOf('%') >= 0
          && CardNumbers.standIn(URLDecoder.decode(path, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noEncoding) {
      return true;
    }
  }

  /** The path of a request with what it names left out: ids, and whatever is no word of ours. */
  public static String template(String path) {
    return PART.matcher(path)
        .replaceAll(
            part ->
                WORD.matcher(part.group()).matches()
                    ? part.group()
                    : ID.matcher(part.group()).matches() ? "{id}" : "{other}");
  }
}
