package org.orders.domain.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as its owner writes it; two that differ only in case are the same. */
public record EmailAddress(String value) {

  private static final int MAX = 254;

  /** Between two dots; many scripts write vowels as marks, so a label may hold and end in them. */
  private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M}-]*[\\p{L}\\p{N}\\p{M}])?";

  /** RFC 6531's shape without its rarities (quoted local parts, address literals). */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\p{C}\\p{Z}@\"(),:;<>\\[\\]\\\\]{1,64}@(?=.{1,253}$)"
              + LABEL
              + "(\\."
              + LABEL
              + ")+");

  public EmailAddress {
    if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
      throw new InvalidValue("email", "must be an e-mail address of at most 254 characters");
    }
    CardNumbers.refuseInCode("email", value);
  }

  /** The form in which addresses are compared. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** Hides the person, because it may reach a log. */
  @Override
  public String toString() {
    return "EmailAddress[***]";
  }
}
