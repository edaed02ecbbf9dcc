package org.orders.adapter.mail;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.orders.application.notification.MailSender.Delivery;

/**
 * Hands mails to a mail server, by the client that Quarkus' mailer uses. It is made here because
 * that mailer sets it no limit to a server's silence: each silent server would keep one of its few
 * connections for ever. What servers say never goes further than their code, because they like to
 * repeat addresses.
 */
final class SmtpCarrier implements Carrier {

  private static final int PERMANENT = 500;

  /** A whole mail takes a few answers, each of which may take the time-out. */
  private static final int ANSWERS = 3;

  private final Vertx vertx;
  private final MailClient client;
  private final Duration longest;

  SmtpCarrier(Vertx vertx, MailSettings.Server server, @Nullable TrustOptions trust) {
    this.vertx = vertx;
    this.client = MailClient.create(vertx, config(server, trust));
    this.longest = server.timeout().multipliedBy(ANSWERS);
  }

  private static MailConfig config(MailSettings.Server server, @Nullable TrustOptions trust) {
    int timeout = Math.toIntExact(server.timeout().toMillis());
    MailConfig config =
        new MailConfig()
            .setHostname(server.host())
            .setPort(server.port())
            .setSsl(server.tls())
            .setStarttls(StartTLSOptions.valueOf(server.startTls()))
            .setConnectTimeout(timeout)
            .setIdleTimeout(timeout)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setSslHandshakeTimeout(timeout)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            // A connection for each mail: a kept one may be gone when it is wanted, and the client
            // does not always notice.
            .setKeepAlive(false)
            .setMaxPoolSize(server.connections())
            // Its answers are told apart by their number of lines, which servers choose freely.
            .setPipelining(false)
            .setMetricsName("mail");
    if (server.username() != null) {
      config.setLogin(LoginOption.REQUIRED);
      config.setUsername(server.username());
      config.setPassword(server.password());
    }
    if (trust != null) {
      config.setTrustOptions(trust);
    }
    return config;
  }

  @Override
  public Delivery carry(FinishedMail mail) {
    if (!mail.to().stream().allMatch(MailAddress::isPlain)) {
      return Delivery.refused("address-not-sendable");
    }
    try {
      sending(message(mail)).get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return Delivery.sent();
    } catch (ExecutionException failure) {
      return delivery(failure.getCause());
    } catch (TimeoutException silence) {
      return Delivery.notNow("mail-server-slow");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Delivery.notNow("interrupted");
    }
  }

  /**
   * Sends from a thread of the event loop, as the client expects: asked from another thread, it may
   * miss an answer that comes before it waits for it.
   */
  private CompletableFuture<MailResult> sending(MailMessage message) {
    CompletableFuture<MailResult> sent = new CompletableFuture<>();
    vertx.runOnContext(
        nothing ->
            client
                .sendMail(message)
                .onSuccess(sent::complete)
                .onFailure(sent::completeExceptionally));
    return sent;
  }

  private static MailMessage message(FinishedMail mail) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    mail.headers().forEach(headers::add);
    return new MailMessage()
        .setFrom(mail.from().address())
        .setTo(mail.to().stream().map(MailAddress::address).toList())
        .setSubject("")
        .setText(mail.text())
        .setHtml(mail.html())
        .setHeaders(headers);
  }

  private static Delivery delivery(@Nullable Throwable failure) {
    if (!(failure instanceof SMTPException answer)) {
      return Delivery.notNow("mail-server-away");
    }
    String why = "smtp-" + answer.getReplyCode();
    return answer.getReplyCode() >= PERMANENT && concernsThisMail(answer)
        ? Delivery.refused(why)
        : Delivery.notNow(why);
  }

  /**
   * Whether the server refuses the mail, rather than us: a wrong password or a server that is shut
   * is for an operator to put right, and the mail goes then. The client tells the two apart by the
   * words before the answer alone.
   */
  private static boolean concernsThisMail(SMTPException answer) {
    String message = answer.getMessage();
    return message != null
        && (message.startsWith("recipient address not accepted")
            || message.startsWith("DATA command not accepted")
            || message.startsWith("sending data failed"));
  }

  @Override
  public void close() {
    client.close();
  }
}
