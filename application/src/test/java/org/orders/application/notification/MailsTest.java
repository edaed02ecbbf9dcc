package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.application.InMemoryPersistence;
import org.orders.application.job.NewJob;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Shop;
import org.orders.domain.order.Order;
import org.orders.domain.payment.DeclineReason;

class MailsTest {

  private final InMemoryPersistence kept = InMemoryPersistence.on(new InMemoryDatabase());
  private final Order order = new Shop(kept).order(2);
  private final Mails mails =
      new Mails(List.of(new OrderMails(kept.orders())), new CountingIds(), true);

  @Test
  void whatHappensToAnOrderAndItsMoneyIsToldToItsCustomer() {
    assertThat(tell("PLACED", Map.of())).containsExactly(new Mail.OrderPlaced(order));
    assertThat(tell("PAYMENT_CAPTURED", money()))
        .containsExactly(new Mail.OrderPaid(order, order.total()));
    assertThat(tell("PAYMENT_DECLINED", money()))
        .containsExactly(
            new Mail.PaymentDeclined(order, order.total(), DeclineReason.INSUFFICIENT_FUNDS));
    assertThat(tell("PAYMENT_REFUNDED", money()))
        .containsExactly(new Mail.PaymentRefunded(order, order.total()));
    assertThat(tell("STATUS", Map.of("from", "PENDING", "to", "CANCELLED")))
        .containsExactly(new Mail.OrderCancelled(order));
  }

  @Test
  void nobodyIsToldOfTheRest() {
    assertThat(tell("STATUS", Map.of("from", "PENDING", "to", "CONFIRMED"))).isEmpty();
    assertThat(tell("NOTE", Map.of())).isEmpty();
    assertThat(tell("PAYMENT_REFUND_FAILED", money())).isEmpty();
  }

  @Test
  void aJobForAMailHoldsIdsAndNothingOfAPerson() {
    NewJob job = mails.hear(message("PAYMENT_DECLINED", money())).getFirst();

    assertThat(job.type()).isEqualTo(SendMailJob.TYPE);
    assertThat(UUID.fromString(job.key()).version()).isEqualTo(7);
    assertThat(job.payload())
        .isEqualTo(
            """
            kind=payment-declined
            order=%s
            amountMinor=2500
            currency=EUR
            declineReason=insufficient_funds"""
                .formatted(order.id().value()));
  }

  @Test
  void eachMailIsOneOfItsOwn() {
    Set<String> keys = new HashSet<>();
    for (int n = 0; n < 10; n++) {
      keys.add(mails.hear(message("PLACED", Map.of())).getFirst().key());
    }

    assertThat(keys).hasSize(10);
  }

  @Test
  void aLetterGoesToTheContactOfTheOrder() {
    Letter letter = letters(mails.hear(message("PLACED", Map.of()))).getFirst();

    assertThat(letter.to())
        .containsExactly(new Letter.Recipient(order.contact().email(), order.contact().name()));
    assertThat(letter.toString()).isEqualTo("Letter[OrderPlaced]");
  }

  @Test
  void anOrderThatIsNotThereIsNotTold() {
    OutboxMessage message =
        new OutboxMessage("PLACED", new UUID(1, 2), null, Map.of(), Instant.EPOCH);

    assertThat(letters(mails.hear(message))).isEmpty();
  }

  @Test
  void whereMailsAreNotWantedNoneFollow() {
    Mails off = new Mails(List.of(new OrderMails(kept.orders())), new CountingIds(), false);

    assertThat(off.hear(message("PLACED", Map.of()))).isEmpty();
  }

  @Test
  void aRequestIsReadAsItWasWritten() {
    MailRequest request =
        new MailRequest(
            new MailKind("order-placed"),
            null,
            new UUID(3, 4),
            Map.of("a", "x=y", "b", "", "kind", "not this one"));

    MailRequest read = MailRequest.parse(request.payload());

    assertThat(read.kind()).isEqualTo(request.kind());
    assertThat(read.orderId()).isNull();
    assertThat(read.subject()).isEqualTo(new UUID(3, 4));
    assertThat(read.facts()).isEqualTo(Map.of("a", "x=y", "b", ""));
  }

  @Test
  void whatIsNoRequestIsRefused() {
    for (String payload :
        List.of("", "nonsense", "order=1", "kind=Not a kind", "kind=a\norder=x")) {
      assertThatIllegalArgumentException().isThrownBy(() -> MailRequest.parse(payload));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028"})
  void noFactBeginsAnotherLine(String end) {
    for (String value : List.of("one" + end + "kind=other", "one" + end)) {
      MailRequest twoLines = new MailRequest(new MailKind("a"), null, null, Map.of("fact", value));
      assertThatIllegalArgumentException().isThrownBy(twoLines::payload);
    }
  }

  private List<Mail> tell(String type, Map<String, String> facts) {
    return letters(mails.hear(message(type, facts))).stream().map(Letter::mail).toList();
  }

  private List<Letter> letters(List<NewJob> jobs) {
    List<Letter> letters = new ArrayList<>();
    for (NewJob job : jobs) {
      kept.work().run(() -> mails.write(MailRequest.parse(job.payload()))).ifPresent(letters::add);
    }
    return letters;
  }

  private OutboxMessage message(String type, Map<String, String> facts) {
    return new OutboxMessage(type, order.id().value(), null, facts, Instant.EPOCH);
  }

  private static Map<String, String> money() {
    return Map.of("amountMinor", "2500", "currency", "EUR", "declineReason", "insufficient_funds");
  }
}
