package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

  @Test
  void plainTextStaysAsItIs() {
    assertThat(HeaderText.unstructured("Your order 100700: paid"))
        .isEqualTo("Your order 100700: paid");
    assertThat(HeaderText.phrase("Ann Lee")).isEqualTo("Ann Lee");
  }

  @Test
  void whateverIsWrittenIsReadAgain() throws Exception {
    String longThai = "สมชาย ใจดี ".repeat(12).strip();
    for (String text :
        new String[] {
          longThai, "Lee, Ann", "a\"b\\c", "=?UTF-8?B?QQ==?=", "😀".repeat(40), "x".repeat(200)
        }) {
      assertThat(MimeUtility.decodeText(MimeUtility.unfold(HeaderText.unstructured(text))))
          .isEqualTo(text);
      assertThat(MimeUtility.decodeText(MimeUtility.unfold(HeaderText.phrase(text))))
          .isEqualTo(text);
    }
  }

  @Test
  void noLineIsLongerThanMailAllows() {
    assertThat(HeaderText.unstructured("สมชาย".repeat(40)).split("\r\n"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
  }

  @Test
  void nothingEndsAFieldOrBeginsAnother() {
    String evil = "Ann\r\nBcc: all@example.org\n\nHello\u2028there\u0085again";

    assertThat(HeaderText.oneLine(evil)).isEqualTo("Ann Bcc: all@example.org Hello there again");
    assertThat(HeaderText.unstructured("a\r\nBcc: b@example.org")).doesNotContain("\n");
    assertThat(HeaderText.phrase("a\r\nBcc: b@example.org")).doesNotContain("\n");
  }
}
