package org.orders.adapter.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A mail that is written and addressed. */
record FinishedMail(
    UUID id,
    String domain,
    Instant date,
    MailAddress from,
    List<MailAddress> to,
    String subject,
    String text,
    String html) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  /** The header fields that are the same however it travels. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Message-ID", "<" + id + "@" + domain + ">");
    headers.put("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
    headers.put("From", from.header());
    headers.put("To", to.stream().map(MailAddress::header).collect(Collectors.joining(",\r\n ")));
    headers.put("Subject", HeaderText.unstructured(subject));
    // Nobody's holiday greeting is to answer it (RFC 3834).
    headers.put("Auto-Submitted", "auto-generated");
    return headers;
  }

  @Override
  public String toString() {
    return "FinishedMail[" + id + "]";
  }
}
