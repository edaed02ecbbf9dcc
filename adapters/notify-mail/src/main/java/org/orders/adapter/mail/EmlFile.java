package org.orders.adapter.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A mail as a file: RFC 5322, with both of its parts as RFC 2046 has them, in UTF-8. */
final class EmlFile {

  private static final int LONGEST_LINE = 998;
  private static final String END = "\r\n";

  private EmlFile() {}

  static byte[] bytes(FinishedMail mail) {
    // Its id occurs in no text of ours, and is no secret.
    String boundary = "part-" + mail.id();
    StringBuilder file = new StringBuilder();
    mail.headers()
        .forEach((name, value) -> file.append(name).append(": ").append(value).append(END));
    file.append("MIME-Version: 1.0").append(END);
    file.append("Content-Type: multipart/alternative; boundary=\"").append(boundary).append('"');
    file.append(END).append(END);
    part(file, boundary, "text/plain", mail.text());
    part(file, boundary, "text/html", mail.html());
    file.append("--").append(boundary).append("--").append(END);
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As it is, so that people can read the file; packed where a line would be too long. */
  private static void part(StringBuilder file, String boundary, String type, String content) {
    String body = content.replaceAll("\\R", END);
    boolean fits =
        body.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
    file.append("--").append(boundary).append(END);
    file.append("Content-Type: ").append(type).append("; charset=utf-8").append(END);
    file.append("Content-Transfer-Encoding: ").append(fits ? "8bit" : "base64").append(END);
    file.append(END).append(fits ? body : packed(body)).append(END);
  }

  private static String packed(String body) {
    return Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
  }
}
