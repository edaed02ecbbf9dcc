package org.orders.adapter.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text as a mail's header fields hold it (RFC 5322, RFC 2047). Nothing that people wrote can end a
 * field or begin another one: line ends and other control characters are spaces here.
 */
final class HeaderText {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern PLAIN_PHRASE = Pattern.compile("[A-Za-z0-9]+( [A-Za-z0-9]+)*");
  private static final int LONGEST_PLAIN = 60;

  /** An encoded word has at most 75 characters; these bytes make 60 of base64. */
  private static final int BYTES_IN_A_WORD = 45;

  private HeaderText() {}

  /** The text on one line. */
  static String oneLine(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  /** Any text, such as a subject. */
  static String unstructured(String text) {
    String line = oneLine(text);
    boolean plain =
        PLAIN.matcher(line).matches() && line.length() <= LONGEST_PLAIN && !line.contains("=?");
    return plain ? line : words(line);
  }

  /** A person's name before an address. */
  static String phrase(String name) {
    String line = oneLine(name);
    boolean plain = PLAIN_PHRASE.matcher(line).matches() && line.length() <= LONGEST_PLAIN;
    return plain ? line : words(line);
  }

  /** Encoded words, none of which splits a character. */
  private static String words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int bytes = 0;
    for (int point : line.codePoints().toArray()) {
      String character = Character.toString(point);
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > BYTES_IN_A_WORD) {
        words.add(word(part));
        part.setLength(0);
        bytes = 0;
      }
      part.append(character);
      bytes += more;
    }
    words.add(word(part));
    return String.join("\r\n ", words);
  }

  private static String word(CharSequence text) {
    byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
