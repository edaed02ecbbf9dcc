package org.orders.integration.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.CrashRuns;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SlowLine;
import org.orders.integration.harness.WaitingJobs;

/** Processes that are killed with -9 around the sending of a mail to a real SMTP server. */
@ShopTest
class KilledWhileMailingIT {

  private static final String JOB = "send-mail";

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final SlowLine line;
  private final WaitingJobs jobs;
  private RunningService service;
  private final Services services;

  KilledWhileMailingIT(Services services) {
    server.start();
    Database database = services.newDatabase();
    this.services = services;
    this.line = SlowLine.to(server.getSmtp().getPort(), Duration.ofMillis(400));
    this.jobs = new WaitingJobs(database);
    this.service =
        services.start(
            "killed-mailing",
            database,
            CrashRuns.settings(
                Map.of(
                    "ORDERS_MAIL_HOST",
                    "127.0.0.1",
                    "ORDERS_MAIL_PORT",
                    Integer.toString(line.port()))));
  }

  @AfterEach
  void end() {
    line.close();
    server.stop();
  }

  @Test
  void whereverTheProcessIsKilledThereIsOneMailUnderOneMessageId() {
    for (int round = 0; round < CrashRuns.ROUNDS; round++) {
      String unsent = placedBySomebody();
      killAt("mail asked for, not sent", () -> jobs.of(JOB) == 1, unsent);
      assertThat(messageIds(unsent)).hasSize(1);

      String unrecorded = placedBySomebody();
      killAt(
          "mail taken by the server, not recorded",
          () -> messageIds(unrecorded).size() == 1,
          unrecorded);
      assertThat(messageIds(unrecorded)).hasSize(2);
      assertThat(messageIds(unrecorded).stream().distinct()).hasSize(1);

      String recorded = placedBySomebody();
      killAt(
          "mail recorded", () -> messageIds(recorded).size() == 1 && jobs.of(JOB) == 0, recorded);
      assertThat(messageIds(recorded)).hasSize(1);
    }
    CrashRuns.record("ledger", "mails under one Message-ID", 3L * CrashRuns.ROUNDS);
  }

  private void killAt(String step, BooleanSupplier moment, String email) {
    long end = System.nanoTime() + CrashRuns.NOTHING_IS_STUCK_AFTER.toNanos();
    while (!moment.getAsBoolean() && System.nanoTime() < end) {
      Patience.pause(Duration.ofMillis(5));
    }
    assertThat(moment.getAsBoolean()).as("the moment came: " + step).isTrue();
    long killed = System.nanoTime();
    service.killAtOnce();
    service = services.startAgain(service);
    Patience.await(
        "the mail is sent and nothing is left to do",
        CrashRuns.NOTHING_IS_STUCK_AFTER,
        () -> !messageIds(email).isEmpty() && jobs.of(JOB) == 0);
    CrashRuns.record("kill", step, CrashRuns.millisSince(killed));
  }

  private String placedBySomebody() {
    String email = Shop.uniqueEmail();
    Shop shop = service.shop();
    accepted(
        shop.anyone()
            .withKey(Shop.uniqueKey())
            .post(
                "/orders",
                Map.of(
                    "customer",
                    Shop.person(email),
                    "items",
                    List.of(shop.newProduct("12.50", 9).times(1)))),
        201);
    return email;
  }

  private List<String> messageIds(String email) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isFor(mail, email))
        .map(KilledWhileMailingIT::messageId)
        .toList();
  }

  private static boolean isFor(MimeMessage mail, String email) {
    try {
      return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
