package org.orders.adapter.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orders.application.notification.Letter.Recipient;
import org.orders.domain.shared.EmailAddress;

/**
 * An address as mail servers know it, with the name of whoever is there.
 *
 * @param address the host in its ASCII form, where it has one
 * @param name empty where there is none
 */
record MailAddress(String address, String name) {

  private static final Pattern NAME_AND_ADDRESS = Pattern.compile("(.*?)\\s*<([^<>]+)>");

  static MailAddress of(Recipient recipient) {
    return new MailAddress(
        ascii(recipient.address().value()),
        recipient.name() == null ? "" : HeaderText.oneLine(recipient.name().value()));
  }

  /**
   * An address as people configure it: {@code a@example.org}, or {@code A Name <a@example.org>}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static MailAddress parse(String text) {
    Matcher matcher = NAME_AND_ADDRESS.matcher(text.strip());
    boolean named = matcher.matches();
    String name = named ? matcher.group(1).replaceAll("^\"|\"$", "") : "";
    String address = new EmailAddress(named ? matcher.group(2) : text.strip()).value();
    return new MailAddress(ascii(address), HeaderText.oneLine(name));
  }

  /** Whether a mail server takes it that has not learned to take others (RFC 6531). */
  boolean isPlain() {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(address);
  }

  String host() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** The address in a header field. */
  String header() {
    return name.isEmpty() ? address : HeaderText.phrase(name) + " <" + address + ">";
  }

  private static String ascii(String address) {
    int at = address.lastIndexOf('@');
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException notAHost) {
      return address;
    }
  }

  /** Hides the person, because it may reach a log. */
  @Override
  public String toString() {
    return "MailAddress[***]";
  }
}
