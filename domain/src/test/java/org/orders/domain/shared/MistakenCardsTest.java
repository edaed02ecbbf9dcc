package org.orders.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How often what is no card number is taken for one, of a great many. {@code -Dcards.many=1000000}
 * is what the decision on the search rests on.
 */
class MistakenCardsTest {

  private static final int MANY = Integer.getInteger("cards.many", 50_000);
  private static final long SEED = 20_261_121;
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final long TWENTY_YEARS = 631_152_000L;

  private final Random random = new Random(SEED);

  @Test
  void noUuidIsEverRefused() {
    assertNone(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    assertNone(this::uuidOfTime);
    assertNone(() -> "order-" + uuidOfTime() + "-" + random.nextInt(100));
  }

  /** Of these no more than a handful in millions have digits alone and are left. */
  @Test
  void noUuidWithoutHyphensIsRefused() {
    assertNone(() -> uuidOfTime().replace("-", ""));
  }

  @Test
  void noTimeIsEverRefused() {
    assertNone(() -> Long.toString(time().toEpochMilli()));
    assertNone(() -> "run-" + time().toEpochMilli() * 1_000 + random.nextInt(1_000));
    assertNone(
        () -> Long.toString(time().getEpochSecond() * 1_000_000 + random.nextInt(1_000_000)));
    assertNone(() -> time().getEpochSecond() + digits(9));
    assertNone(() -> time().toString());
  }

  @Test
  void noWayToWriteATimeIsRefused() {
    for (String form :
        new String[] {
          "yyyy-MM-dd", "yyyyMMddHHmmssSSS", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd-HH-mm-ss-SSS"
        }) {
      DateTimeFormatter formatter =
          DateTimeFormatter.ofPattern(form, Locale.ROOT).withZone(ZoneOffset.UTC);
      assertThat(taken(CardNumbers::standIn, () -> formatter.format(time()), MANY / 10)).isZero();
    }
  }

  @Test
  void noArticleNumberIsRefusedAsACode() {
    assertThat(taken(CardNumbers::standInCode, () -> withGtinCheck(digits(12)))).isZero();
    assertThat(taken(CardNumbers::standInCode, () -> withGtinCheck(digits(13)))).isZero();
    assertThat(taken(CardNumbers::standInCode, () -> "4" + digits(12))).isZero();
  }

  /** In people's own words a tenth of the EANs that begin with 4 is taken for an old Visa. */
  @Test
  void fewArticleNumbersAreRefusedInText() {
    assertThat(taken(CardNumbers::standIn, () -> "EAN " + withGtinCheck(digits(12))))
        .isLessThan(MANY / 80);
  }

  @Test
  void noTelephoneNumberIsRefused() {
    assertNone(() -> "+" + (1 + random.nextInt(9)) + digits(6 + random.nextInt(9)));
    assertNone(() -> "0" + digits(3) + " " + digits(7));
    assertNone(() -> "+49 1" + digits(3) + " " + digits(7));
    assertNone(() -> "(" + digits(3) + ") " + digits(3) + "-" + digits(4));
  }

  @Test
  void noUsualTrackingNumberIsRefused() {
    Predicate<String> check = CardNumbers::isOne;
    assertThat(taken(check, () -> "RR" + digits(9) + "DE")).isZero();
    assertThat(taken(check, () -> "1Z" + digits(16))).isZero();
    assertThat(taken(check, () -> digits(12))).isZero();
    assertThat(taken(check, () -> "96" + digits(13))).isZero();
    assertThat(taken(check, () -> "9400" + digits(18))).isZero();
    assertThat(taken(check, () -> "9400 " + grouped(16) + " " + digits(2))).isZero();
  }

  /**
   * Where a carrier numbers its parcels with sixteen digits, one of about forty looks like a card.
   */
  @Test
  void someNumbersOfSixteenDigitsCannotBeToldFromCards() {
    assertThat(taken(CardNumbers::isOne, () -> digits(16))).isBetween(MANY / 60L, MANY / 30L);
    assertThat(taken(CardNumbers::isOne, () -> digits(15))).isBetween(MANY / 1_000L, MANY / 300L);
  }

  @Test
  void noWordOfRandomLettersAndDigitsIsRefused() {
    assertNone(() -> word(27, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    assertNone(() -> word(26, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"));
    assertNone(() -> word(40, "0123456789abcdef"));
  }

  private void assertNone(Supplier<String> texts) {
    Function<String, Boolean> both = it -> CardNumbers.standIn(it) || CardNumbers.standInCode(it);
    assertThat(taken(both::apply, texts)).isZero();
  }

  private static long taken(Predicate<String> check, Supplier<String> texts) {
    return taken(check, texts, MANY);
  }

  private static long taken(Predicate<String> check, Supplier<String> texts, int count) {
    return Stream.generate(texts).limit(count).filter(check).count();
  }

  private Instant time() {
    return FIRST.plusSeconds(random.nextLong(TWENTY_YEARS)).plusMillis(random.nextInt(1_000));
  }

  private String uuidOfTime() {
    long high = time().toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
  }

  private String digits(int count) {
    return word(count, "0123456789");
  }

  private String grouped(int count) {
    return digits(count).replaceAll("(.{4})(?!$)", "$1 ");
  }

  private String word(int length, String alphabet) {
    StringBuilder word = new StringBuilder();
    for (int place = 0; place < length; place++) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  private static String withGtinCheck(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      sum += place % 2 == 0 ? 3 * digit : digit;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
