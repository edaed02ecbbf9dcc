package org.orders.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.order.Reference;
import org.orders.domain.order.TrackingNumber;

class ValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com",
        "somchai.jaidee+orders@mail.example.co.th",
        "o'brien_{x}@example.com",
        "用户@例子.广告",
        "ผู้ใช้@ตัวอย่าง.ไทย",
        "उपयोगकर्ता@उदाहरण.भारत",
        "Dörte@Sörensen.example.com",
        "θσερ@εχαμπλε.ψομ",
        "user@xn--fsqu00a.xn--0zwm56d",
        "1@1.2"
      })
  void anEmailAddressMayBeWrittenInAnyScript(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@example.com",
        "a@b",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a@-b.c",
        "a@b-.c",
        "a b@example.com",
        "a@exa mple.com",
        "a@@example.com",
        "a@b@example.com",
        "a\0@example.com",
        "a\n@example.com",
        "a@example.com\n",
        "\ud83c@example.com",
        "a\u00a0b@example.com",
        "a\u2028b@example.com",
        "a\u200bb@example.com",
        "<a@example.com>",
        "\"a\"@example.com",
        "a@[127.0.0.1]"
      })
  void whatIsNoEmailAddressIsRefused(String address) {
    assertInvalid("/email", () -> new EmailAddress(address));
  }

  @Test
  void anEmailAddressHasAtMost254Characters() {
    String domain = ("d".repeat(63) + ".").repeat(2) + "example.com";
    assertThatCode(() -> new EmailAddress("l".repeat(64) + "@" + domain))
        .doesNotThrowAnyException();
    assertInvalid("/email", () -> new EmailAddress("l".repeat(65) + "@" + domain));
    assertInvalid("/email", () -> new EmailAddress("a@" + "d.".repeat(130) + "com"));
  }

  @Test
  void emailAddressesAreComparedWithoutCaseInAnyScript() {
    assertThat(new EmailAddress("Dörte@Example.COM"))
        .isEqualTo(new EmailAddress("DÖRTE@example.com"))
        .hasSameHashCodeAs(new EmailAddress("DÖRTE@example.com"));
    assertThat(new EmailAddress("a@example.com")).isNotEqualTo(new EmailAddress("b@example.com"));
    assertThat(new EmailAddress("Info@Example.com").key()).isEqualTo("info@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+66812345678", "+4930123456", "+12", "+123456789012345"})
  void aPhoneNumberIsE164(String number) {
    assertThat(new PhoneNumber(number).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+1",
        "+0123",
        "0812345678",
        "+66 812",
        "+1234567890123456",
        "+๖๖๘๑๒๓๔๕",
        "+12\n"
      })
  void whatIsNotE164IsRefused(String number) {
    assertInvalid("/phone", () -> new PhoneNumber(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TH", "DE", "JE", "AX", "TW"})
  void aCountryIsAnAssignedCode(String code) {
    assertThat(new CountryCode(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "th", "XX", "UK", "EU", "THA", "ZZ", "T"})
  void anUnassignedCodeIsRefused(String code) {
    assertInvalid("/country", () -> new CountryCode(code));
  }

  @Test
  void textLimitsCountCharactersAndNotTheirUnits() {
    assertThat(new PersonName("😀".repeat(200)).value()).hasSize(400);
    assertInvalid("/name", () -> new PersonName("😀".repeat(201)));
    assertThat(new Reason("😀".repeat(1_000)).value()).hasSize(2_000);
    assertInvalid("/reason", () -> new Reason("😀".repeat(1_001)));
    assertThat(new Reference("😀".repeat(200)).value()).hasSize(400);
    assertInvalid("/reference", () -> new Reference("😀".repeat(201)));
    assertThat(new TrackingNumber("😀".repeat(200)).value()).hasSize(400);
    assertInvalid("/trackingNumber", () -> new TrackingNumber("😀".repeat(201)));
  }

  @Test
  void textThatNoDatabaseKeepsIsRefused() {
    for (String text : new String[] {"a\0b", "\ud800", "\ud83c", "\udc00\ud83c", "a\udfff"}) {
      assertInvalid("/name", () -> new PersonName(text));
      assertInvalid("/reason", () -> new Reason(text));
      assertInvalid("/reference", () -> new Reference(text));
      assertInvalid("/trackingNumber", () -> new TrackingNumber(text));
      assertInvalid("/line1", () -> address(text, null, "City", null, "1"));
      assertInvalid("/line2", () -> address("Line", text, "City", null, "1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1Z\n", "\r1Z", "1Z\t2", "1Z\u0085", "1Z\u2028", "\u20291Z", "1\u007fZ"})
  void aTrackingNumberIsOneLine(String number) {
    assertInvalid("/trackingNumber", () -> new TrackingNumber(number));
  }

  @Test
  void whatMustBeThereMustNotBeBlank() {
    assertInvalid("/name", () -> new PersonName(" \u2003"));
    assertInvalid("/reference", () -> new Reference(""));
    assertInvalid("/trackingNumber", () -> new TrackingNumber(" "));
    assertInvalid("/line1", () -> address("", null, "City", null, "1"));
    assertInvalid("/city", () -> address("Line", null, " ", null, "1"));
    assertInvalid("/postalCode", () -> address("Line", null, "City", null, " "));
    assertThat(new Reason("").value()).isEmpty();
  }

  @Test
  void everyLineOfAnAddressHasItsLimit() {
    assertThat(address("x".repeat(200), "x".repeat(200), "x".repeat(200), "x".repeat(200), "1"))
        .isNotNull();
    assertInvalid("/line1", () -> address("x".repeat(201), null, "City", null, "1"));
    assertInvalid("/line2", () -> address("Line", "x".repeat(201), "City", null, "1"));
    assertInvalid("/city", () -> address("Line", null, "x".repeat(201), null, "1"));
    assertInvalid("/region", () -> address("Line", null, "City", "x".repeat(201), "1"));
    assertInvalid("/postalCode", () -> address("Line", null, "City", null, "1".repeat(21)));
  }

  @Test
  void noValuesTextTellsWhoSomebodyIs() {
    assertThat(new EmailAddress("a@example.com")).hasToString("EmailAddress[***]");
    assertThat(new PhoneNumber("+66812345678")).hasToString("PhoneNumber[***]");
    assertThat(new PersonName("สมชาย")).hasToString("PersonName[***]");
    assertThat(address("1 Sukhumvit", "Flat 2", "Bangkok", "Krung Thep", "10110"))
        .hasToString("Address[TH]");
  }

  @Test
  void aViolationDeeperInTheRequestSaysWhere() {
    InvalidValue refusal = new InvalidValue("country", "must be a code");

    assertThat(refusal.within("/customer/address").violations())
        .containsExactly(new InvalidValue.Violation("/customer/address/country", "must be a code"));
  }

  private static Address address(
      String line1, String line2, String city, String region, String postalCode) {
    return new Address(line1, line2, city, region, postalCode, new CountryCode("TH"));
  }

  private static void assertInvalid(String pointer, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("validation-failed");
              assertThat(refusal.violations())
                  .extracting(InvalidValue.Violation::pointer)
                  .containsExactly(pointer);
            });
  }
}
