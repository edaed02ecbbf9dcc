package org.orders.domain.shared;

import java.util.regex.Pattern;

/** A telephone number in the E.164 form, by syntax: a plus sign and up to 15 digits. */
public record PhoneNumber(String value) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new InvalidValue("phone", "must be a number in the E.164 form, such as +4930123456");
    }
  }

  /** Hides the person, because it may reach a log. */
  @Override
  public String toString() {
    return "PhoneNumber[***]";
  }
}
