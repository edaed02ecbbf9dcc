package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** The two forms of a mail, as a mail program reads them. */
record Parts(String text, String html) {

  static Parts of(MimeMessage message) throws Exception {
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    return new Parts(
        parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
        parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"));
  }
}
