package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.notification.Letter;
import org.orders.application.notification.Letter.Recipient;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailSender.Delivery;
import org.orders.domain.Samples;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;

/** Mails through a mail server: a real one, and some that misbehave. */
@QuarkusTest
class SmtpTest {

  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final UUID ID = Samples.id(1);

  @Inject Engine engine;
  @Inject Vertx vertx;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private @Nullable TemplateMailSender sender;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    if (sender != null) {
      sender.close();
    }
    server.stop();
  }

  @Test
  void eachSortOfMailArrivesInBothForms() throws Exception {
    for (Mail mail : SampleMails.all()) {
      assertThat(send(server.getSmtp().getPort(), ID, SampleMails.letter(mail)))
          .isEqualTo(Delivery.sent());
    }

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(SampleMails.all().size());
    for (int number = 0; number < received.length; number++) {
      MimeMessage message = received[number];
      InternetAddress from = (InternetAddress) message.getFrom()[0];
      InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
      assertThat(from.getPersonal()).isEqualTo("ร้านโคมไฟ, สาขา 1");
      assertThat(to.getPersonal()).isEqualTo("สมชาย ใจดี");
      assertThat(to.getAddress()).isEqualTo("somchai@example.com");
      assertThat(message.getSubject()).startsWith("ร้านโคมไฟ, สาขา 1: ");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getHeader("Date")).containsExactly("Sun, 1 Mar 2026 09:30:00 +0000");
      Parts parts = Parts.of(message);
      switch (SampleMails.all().get(number)) {
        case Mail.PasswordReset _ ->
            assertThat(parts.text())
                .contains("Hello สมชาย ใจดี,")
                .contains("\nhttps://shop.example/resets/" + SampleMails.TOKEN + "\n");
        case Mail.StockLow(var alert) -> {
          assertThat(message.getSubject()).contains(alert.sku().value());
          assertThat(parts.text()).contains(alert.sku().value());
          assertThat(parts.html()).contains(alert.sku().value().replace("&", "&amp;"));
        }
        case Mail.DriftsFound _ -> {
          assertThat(message.getSubject()).endsWith("the books of stock disagree");
          assertThat(parts.text()).contains("disagree in 2 places");
          assertThat(parts.html()).contains("<strong>2 places</strong>");
        }
        default -> {
          assertThat(message.getSubject()).contains("100700");
          assertThat(parts.text()).contains("Hello สมชาย ใจดี,").contains("100700");
          assertThat(parts.html()).contains("Hello สมชาย ใจดี,").contains("100700");
        }
      }
    }
    assertThat(Parts.of(received[0]).text())
        .contains("- 3 x โคมไฟ (SKU-2), 0.99 EUR each: 2.97 EUR\n");
  }

  @Test
  void aMailThatIsSentAgainHasTheSameMessageId() throws Exception {
    Letter letter = SampleMails.letter(SampleMails.all().getFirst());

    send(server.getSmtp().getPort(), ID, letter);
    send(server.getSmtp().getPort(), ID, letter);

    assertThat(server.getReceivedMessages())
        .extracting(message -> message.getHeader("Message-ID")[0])
        .containsExactly("<" + ID + "@shop.example>", "<" + ID + "@shop.example>");
  }

  @Test
  void nobodyWritesHeadersByTheirName() throws Exception {
    PersonName evil = new PersonName("Ann\r\nBcc: victim@example.org\r\nX-Evil: 1\r\n\r\nHello");
    Letter letter =
        new Letter(
            List.of(new Recipient(new EmailAddress("ann@example.com"), evil)),
            new Mail.OrderPlaced(SampleMails.order(SampleMails.EUR, evil.value())));

    assertThat(send(server.getSmtp().getPort(), ID, letter)).isEqualTo(Delivery.sent());

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getHeader("Bcc")).isNull();
    assertThat(received[0].getHeader("X-Evil")).isNull();
    assertThat(received[0].getAllRecipients()).hasSize(1);
    Parts.of(received[0]);
  }

  @Test
  void hostsOfOtherScriptsAreReachedAndPeopleWithNoPlainNameAreNotGuessed() throws Exception {
    assertThat(send(server.getSmtp().getPort(), ID, letterTo("info@bücher.example")))
        .isEqualTo(Delivery.sent());
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0].toString())
        .isEqualTo("info@xn--bcher-kva.example");

    assertThat(send(server.getSmtp().getPort(), ID, letterTo("สมชาย@example.com")))
        .isEqualTo(Delivery.refused("address-not-sendable"));
  }

  @Test
  void aServerThatIsAwayIsTriedLaterAndTakesTheMailOnceItIsBack() throws Exception {
    int port = server.getSmtp().getPort();
    Letter letter = SampleMails.letter(SampleMails.all().getFirst());
    server.stop();
    assertThat(send(port, ID, letter)).isEqualTo(Delivery.notNow("mail-server-away"));

    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    back.start();
    try {
      assertThat(send(port, ID, letter)).isEqualTo(Delivery.sent());
      assertThat(back.getReceivedMessages()).hasSize(1);
    } finally {
      back.stop();
    }
  }

  @Test
  void aRecipientThatIsRefusedForGoodIsNotTriedAgain() throws Exception {
    assertThat(refusing("RCPT", "550 5.1.1 no such user: somchai@example.com"))
        .isEqualTo(Delivery.refused("smtp-550"));
    assertThat(refusing(".", "554 5.6.0 we do not like what it says"))
        .isEqualTo(Delivery.refused("smtp-554"));
  }

  @Test
  void whatAServerWillPerhapsTakeLaterIsTriedAgain() throws Exception {
    assertThat(refusing("RCPT", "451 greylisted")).isEqualTo(Delivery.notNow("smtp-451"));
    assertThat(refusing(".", "452 the disk is full")).isEqualTo(Delivery.notNow("smtp-452"));
    assertThat(refusing("MAIL", "530 come in by a password"))
        .as("that is ours to put right, and not this mail's fault")
        .isEqualTo(Delivery.notNow("smtp-530"));
  }

  @Test
  void aServerThatBreaksOffAfterTakingAMailIsAskedAgain() throws Exception {
    try (OddSmtpServer odd = new OddSmtpServer(".", OddSmtpServer.HANG_UP)) {
      assertThat(send(odd.port(), ID, SampleMails.letter(SampleMails.all().getFirst())))
          .isEqualTo(Delivery.notNow("mail-server-away"));
    }
  }

  @Test
  void silenceIsGivenUpAndHoldsUpNoOtherMail() throws Exception {
    Letter letter = SampleMails.letter(SampleMails.all().getFirst());
    for (String when : List.of("GREETING", "RCPT", ".")) {
      try (OddSmtpServer odd = new OddSmtpServer(when, OddSmtpServer.SILENCE)) {
        // More often than there are connections: none may be lost to the silence.
        for (int time = 0; time < 3; time++) {
          Instant begun = Instant.now();
          assertThat(send(odd.port(), ID, letter)).isInstanceOf(Delivery.NotNow.class);
          assertThat(Duration.between(begun, Instant.now())).isLessThan(TIMEOUT.multipliedBy(6));
        }
        odd.becomeGood();
        assertThat(send(odd.port(), ID, letter)).as(when).isEqualTo(Delivery.sent());
      }
    }
  }

  private Delivery refusing(String command, String answer) throws Exception {
    try (OddSmtpServer odd = new OddSmtpServer(command, answer)) {
      return send(odd.port(), ID, SampleMails.letter(SampleMails.all().getFirst()));
    }
  }

  private static Letter letterTo(String address) {
    return new Letter(
        List.of(new Recipient(new EmailAddress(address), null)), SampleMails.all().getFirst());
  }

  private @Nullable Integer sendersPort;

  private Delivery send(int port, UUID id, Letter letter) {
    if (sender == null || sendersPort == null || sendersPort != port) {
      if (sender != null) {
        sender.close();
      }
      sendersPort = port;
      sender = new TemplateMailSender(settings(port), engine, vertx, null);
    }
    return sender.send(id, Samples.NOW, letter);
  }

  private static MailSettings settings(int port) {
    return new MailSettings(
        MailSettings.Way.SMTP,
        Path.of("unused"),
        MailAddress.parse("\"ร้านโคมไฟ, สาขา 1\" <orders@shop.example>"),
        "shop.example",
        new MailSettings.Server("127.0.0.1", port, false, "OPTIONAL", null, null, TIMEOUT, 2));
  }
}
