package org.orders.application.notification;

import java.util.regex.Pattern;

/**
 * A sort of mail by its name, which is that of its templates too.
 *
 * @param value lower case words with hyphens between
 */
public record MailKind(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*");

  public MailKind {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a kind of mail: " + value);
    }
  }

  /** The kind that a record stands for: {@code order-placed} for {@link Mail.OrderPlaced}. */
  public static MailKind of(Class<? extends Mail> type) {
    StringBuilder name = new StringBuilder();
    type.getSimpleName()
        .chars()
        .forEach(
            letter -> {
              if (Character.isUpperCase(letter) && !name.isEmpty()) {
                name.append('-');
              }
              name.append((char) Character.toLowerCase(letter));
            });
    return new MailKind(name.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
