package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orders.application.notification.MailSender.Delivery;
import org.orders.domain.Samples;

class MailboxFolderTest {

  private static final UUID ID = Samples.id(1);

  @TempDir Path directory;

  @Test
  void aMailIsAFileThatMailProgramsAndPeopleRead() throws Exception {
    assertThat(folder().carry(mail("Grüße: ร้าน", "It costs 12.50 EUR.\n.\nสวัสดี\n")))
        .isEqualTo(Delivery.sent());

    Path file = directory.resolve("box").resolve(ID + ".eml");
    MimeMessage message = read(file);
    Parts parts = Parts.of(message);
    assertThat(message.getMessageID()).isEqualTo("<" + ID + "@shop.example>");
    assertThat(message.getSubject()).isEqualTo("Grüße: ร้าน");
    assertThat(message.getSentDate().toInstant()).isEqualTo("2026-03-01T09:30:00Z");
    assertThat(message.getFrom()[0].toString()).contains("shop@shop.example");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(parts.text()).isEqualTo("It costs 12.50 EUR.\n.\nสวัสดี\n");
    assertThat(parts.html()).isEqualTo("<p>12.50 EUR</p>\n");
    assertThat(Files.readString(file)).contains("สวัสดี").contains("\r\n");
  }

  @Test
  void aMailThatIsSentAgainReplacesItself() throws IOException {
    folder().carry(mail("a", "the first time\n"));
    folder().carry(mail("a", "the second time\n"));

    try (Stream<Path> files = Files.list(directory.resolve("box"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(Files.readString(all.getFirst())).contains("the second time");
    }
  }

  @Test
  void onlyTheServicesUserReadsThem() throws IOException {
    folder().carry(mail("a", "text\n"));

    Path box = directory.resolve("box");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(box)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(box.resolve(ID + ".eml"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLineThatIsTooLongForMailIsPacked() throws Exception {
    String text = "ยาว".repeat(400) + "\n";
    folder().carry(mail("a", text));

    Path file = directory.resolve("box").resolve(ID + ".eml");
    assertThat(Parts.of(read(file)).text()).isEqualTo(text);
    assertThat(Files.readString(file).lines())
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(999));
  }

  @Test
  void aFolderThatCannotBeWrittenIsTriedLater() throws IOException {
    Files.writeString(directory.resolve("box"), "in the way");

    assertThat(folder().carry(mail("a", "text\n")))
        .isEqualTo(Delivery.notNow("mailbox-not-writable"));
  }

  private MailboxFolder folder() {
    return new MailboxFolder(directory.resolve("box"));
  }

  private static FinishedMail mail(String subject, String text) {
    return new FinishedMail(
        ID,
        "shop.example",
        Samples.NOW,
        new MailAddress("shop@shop.example", "A Shop"),
        List.of(new MailAddress("ann@example.com", "Lee, Ann")),
        subject,
        text,
        "<p>12.50 EUR</p>\n");
  }

  private static MimeMessage read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }
}
