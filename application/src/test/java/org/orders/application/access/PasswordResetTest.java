package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobUseCases;
import org.orders.application.job.RunJob;
import org.orders.application.notification.Letter;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailSender.Delivery;
import org.orders.application.notification.SendMailJob;
import org.orders.application.shared.Idempotency;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.shared.EmailAddress;

class PasswordResetTest {

  private static final String EMAIL = "somchai@example.com";
  private static final Password NEW = new Password("a better one than before");

  private final Replica shop = new Replica();
  private final List<Letter> sent = new ArrayList<>();
  private Actor.Customer somchai;

  private final RunJob runJob =
      new JobUseCases(
              List.of(
                  new SendMailJob(
                      shop.mails,
                      (id, date, letter) -> {
                        sent.add(letter);
                        return Delivery.sent();
                      },
                      shop.database)),
              shop.jobs,
              shop.jobs,
              shop.jobs,
              new Idempotency(shop.kept.idempotency(), shop.clock),
              shop.database,
              () -> 0L)
          .runJob();

  @BeforeEach
  void somebodyHasAnAccount() {
    somchai = shop.account(EMAIL);
    shop.kept
        .credentials()
        .setPassword(new Subject.Customer(somchai.id()), shop.passwords.hash("forgotten"));
  }

  @Test
  void theMailsTokenSetsAPasswordAndEndsAllSessions() {
    Tokens before = logIn("forgotten");

    reset(requestedToken(), NEW);

    assertThat(
            shop.access.authenticateBearer().authenticate(logIn(NEW.value()).accessToken()).actor())
        .isEqualTo(somchai);
    assertThatThrownBy(() -> logIn("forgotten")).isInstanceOf(InvalidCredentials.class);
    assertThatThrownBy(() -> shop.access.authenticateBearer().authenticate(before.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> shop.access.refreshSession().refresh(before.refreshToken()))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void theMailGoesToTheAccountsAddressAndHoldsTheTokenTwice() {
    request("SOMCHAI@Example.com");
    workOff();

    Letter letter = sent.getFirst();
    assertThat(letter.to().getFirst().address().value()).isEqualTo(EMAIL);
    Mail.PasswordReset mail = (Mail.PasswordReset) letter.mail();
    assertThat(mail.address()).isEqualTo("https://shop.example/reset?t=" + mail.token());
    assertThat(mail.toString()).doesNotContain(mail.token());
  }

  @Test
  void noJobHoldsTheTokenOrTheAddress() {
    request(EMAIL);

    Job job = jobs().getFirst();
    assertThat(job.payload()).matches("kind=password-reset\nsubject=[0-9a-f-]{36}");
    assertThat(job.key()).isNotEqualTo(job.payload().substring(job.payload().length() - 36));
  }

  @Test
  void anAddressThatNobodyHasTakesTheSameSteps() {
    int before = shop.database.transactions();
    request(EMAIL);
    int forAnAccount = shop.database.transactions() - before;

    request("nobody@example.com");

    assertThat(shop.database.transactions() - before).isEqualTo(2 * forAnAccount);
    assertThat(jobs()).hasSize(2);
    workOff();
    assertThat(sent).hasSize(1);
    assertThat(jobs()).isEmpty();
  }

  @Test
  void administratorsAndGuestsGetNone() {
    shop.kept
        .credentials()
        .addAdministrator(
            new org.orders.domain.access.UserId(shop.ids.next()), "admin@example.com", "hash");
    shop.kept
        .customers()
        .add(
            Customer.guest(
                new org.orders.domain.customer.CustomerId(shop.ids.next()),
                org.orders.domain.Samples.profile("guest@example.com"),
                shop.clock.instant()));

    request("admin@example.com");
    request("guest@example.com");
    workOff();

    assertThat(sent).isEmpty();
  }

  @Test
  void aTokenIsGoodOnceAndUsesUpTheOthers() {
    String first = requestedToken();
    String second = requestedToken();

    reset(second, NEW);

    assertRefused(second);
    assertRefused(first);
    reset(requestedToken(), new Password("and another one"));
  }

  @Test
  void aTokenIsGoodForHalfAnHour() {
    String token = requestedToken();
    shop.clock.pass(Duration.ofMinutes(30));
    assertRefused(token);

    String another = requestedToken();
    shop.clock.pass(Duration.ofMinutes(30).minusSeconds(1));
    reset(another, NEW);
  }

  @Test
  void aTokenThatIsTooOldWhenTheServerIsBackIsNotSent() {
    request(EMAIL);
    shop.clock.pass(Duration.ofMinutes(31));

    workOff();

    assertThat(sent).isEmpty();
    assertThat(jobs()).isEmpty();
  }

  @Test
  void whatIsNoTokenOrNobodysIsRefused() {
    assertRefused("nonsense");
    assertRefused(shop.resetTokens.issue(new ResetId(new UUID(1, 2))));
    request("nobody@example.com");
    String id = jobs().getFirst().payload().replaceFirst("(?s).*subject=", "");
    assertRefused(shop.resetTokens.issue(new ResetId(UUID.fromString(id))));
  }

  @Test
  void whoHasLeftSetsNoPassword() {
    String token = requestedToken();
    Customer customer = shop.kept.customers().find(somchai.id()).orElseThrow();
    shop.kept.customers().save(customer.deactivate(shop.clock.instant()));

    assertRefused(token);
  }

  @Test
  void nobodysMailboxIsFlooded() {
    for (int n = 0; n < 20; n++) {
      request(EMAIL);
    }
    workOff();
    assertThat(sent).hasSize(3);

    shop.clock.pass(Duration.ofHours(1).plusSeconds(1));
    request(EMAIL);
    workOff();
    assertThat(sent).hasSize(4);
  }

  @Test
  void ofManyWhoShowATokenAtOnceOneSetsThePassword() throws InterruptedException {
    String token = requestedToken();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 16; n++) {
      Password password = new Password("password number " + n);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      start.await();
                      reset(token, password);
                      done.incrementAndGet();
                    } catch (ResetTokenInvalid late) {
                      refused.incrementAndGet();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(done).hasValue(1);
    assertThat(refused).hasValue(15);
  }

  private void request(String email) {
    shop.passwordResets.requestPasswordReset().request(new EmailAddress(email));
  }

  private String requestedToken() {
    request(EMAIL);
    workOff();
    return ((Mail.PasswordReset) sent.getLast().mail()).token();
  }

  private void reset(String token, Password password) {
    shop.passwordResets.resetPassword().reset(token, password);
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> reset(token, NEW)).isInstanceOf(ResetTokenInvalid.class);
  }

  private Tokens logIn(String password) {
    return shop.access.logIn().logIn(new LogIn.Command(EMAIL, password, "192.0.2.1"));
  }

  private List<Job> jobs() {
    return shop.jobs.list(new JobFilter(null, SendMailJob.TYPE), Replica.ALL).items();
  }

  private void workOff() {
    shop.jobs.take(Map.of(SendMailJob.TYPE, 100), Duration.ofSeconds(10)).forEach(runJob::run);
  }
}
