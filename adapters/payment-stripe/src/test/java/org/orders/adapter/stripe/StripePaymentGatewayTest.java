package org.orders.adapter.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.adapter.stripe.StripeServer.Trouble;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.payment.TestCard;
import org.orders.contractkit.shared.Deed;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.shared.Money;

/** What is Stripe's own way. */
class StripePaymentGatewayTest {

  private static final Money PRICE = new Money(2000, Currency.getInstance("EUR"));
  private static final ChargeOutcome CAPTURED = new ChargeOutcome.Captured();
  private static final ChargeOutcome UNKNOWN = new ChargeOutcome.Unknown();
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final StripeBench bench = new StripeBench();
  private final PaymentGateway gateway = bench.gateway();
  private final Charge charge = charge(gateway.vault().tokenize(TestCard.GOOD.card()).token());
  private final GatewayReference reference = prepare(charge);

  private static Charge charge(PaymentToken token) {
    return new Charge(
        new AttemptId(UUID.randomUUID()),
        new PaymentId(UUID.randomUUID()),
        new OrderId(UUID.randomUUID()),
        token,
        PRICE);
  }

  private GatewayReference prepare(Charge any) {
    return ((Preparation.Prepared) gateway.prepare(any)).reference();
  }

  private RefundRequest refund(Money amount) {
    return new RefundRequest(new RefundId(UUID.randomUUID()), charge.attempt(), reference, amount);
  }

  @ParameterizedTest
  @EnumSource
  void aReplayedServerErrorIsNeverTrusted(Deed deed) {
    bench.server.disturb(Call.CHARGE, Trouble.RECORDED_SERVER_ERROR, deed);

    assertThat(gateway.charge(charge, reference)).isEqualTo(UNKNOWN);

    boolean done = deed == Deed.DONE;
    // What is replayed has ended: the intent says how, and nobody is left waiting.
    assertThat(gateway.charge(charge, reference))
        .isInstanceOf(done ? ChargeOutcome.Captured.class : ChargeOutcome.NotTaken.class);
    assertThat(gateway.lookUp(charge, reference))
        .isInstanceOf(done ? ChargeOutcome.Captured.class : ChargeOutcome.NotTaken.class);
    assertThat(gateway.close(charge, reference))
        .isInstanceOf(done ? ChargeOutcome.Captured.class : ChargeOutcome.NotTaken.class);
    assertThat(bench.stripe.captures()).hasSize(done ? 1 : 0);
  }

  @Test
  void aRefundWhoseErrorIsReplayedIsMadeUnderAnotherKey() {
    gateway.charge(charge, reference);
    RefundRequest request = refund(PRICE);
    bench.server.disturb(Call.REFUND, Trouble.RECORDED_SERVER_ERROR, Deed.NOT_DONE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Unknown());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.stripe.refunds()).hasSize(1);
  }

  @Test
  void aRefundThatCannotBeListedMayBeSentAgainUnderItsKey() {
    gateway.charge(charge, reference);
    RefundRequest request = refund(PRICE);
    bench.stripe.listsRefunds = false;
    bench.server.disturb(Call.REFUND, Trouble.RESET, Deed.DONE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Unknown());
    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.NotMade());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.stripe.refunds()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anAnnouncementThatStripeFailsAtNeedsAnotherAttempt(Deed deed) {
    Charge next = charge(charge.token());
    bench.server.disturbAnnouncing(Trouble.RECORDED_SERVER_ERROR, deed);

    assertThat(gateway.prepare(next)).isEqualTo(new Preparation.Failed());
    assertThat(gateway.prepare(next)).isEqualTo(new Preparation.Failed());

    Charge another = charge(charge.token());
    assertThat(gateway.charge(another, prepare(another))).isEqualTo(CAPTURED);
    assertThat(bench.stripe.captures()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anAnnouncementWithoutAnAnswerIsMadeAgainUnderItsKey(Deed deed) {
    Charge next = charge(charge.token());
    bench.server.disturbAnnouncing(Trouble.RESET, deed);

    assertThat(gateway.prepare(next)).isEqualTo(new Preparation.Unavailable());
    assertThat(gateway.charge(next, prepare(next))).isEqualTo(CAPTURED);
    assertThat(bench.stripe.captures()).hasSize(1);
  }

  @Test
  void aBankThatWantsToAskItsCustomerTakesNothing() {
    bench.stripe.nextStatus = "requires_action";
    ChargeOutcome asks = new ChargeOutcome.NotTaken(DeclineReason.AUTHENTICATION_REQUIRED);

    assertThat(gateway.charge(charge, reference)).isEqualTo(asks);
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(asks);
    assertThat(gateway.close(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
    assertThat(bench.stripe.captures()).isEmpty();
  }

  @Test
  void whatIsProcessedIsNotDecided() {
    bench.stripe.nextStatus = "processing";

    assertThat(gateway.charge(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(gateway.close(charge, reference)).isEqualTo(UNKNOWN);
  }

  @Test
  void aRefundWhoseErrorIsReplayedMayHaveBeenMade() {
    gateway.charge(charge, reference);
    RefundRequest request = refund(PRICE);
    bench.server.disturb(Call.REFUND, Trouble.RECORDED_SERVER_ERROR, Deed.DONE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Unknown());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.stripe.refunds()).hasSize(1);
  }

  @Test
  @Timeout(10)
  void anAnswerThatTricklesIsGivenUp() {
    bench.server.disturb(Call.CHARGE, Trouble.TRICKLE, Deed.DONE);
    long start = System.nanoTime();

    assertThat(gateway.charge(charge, reference)).isEqualTo(UNKNOWN);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(StripeBench.TIMEOUT.plusMillis(350));
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(CAPTURED);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMIT", "EMPTY"})
  void whatIsNoAnswerIsUnknown(Trouble trouble) {
    bench.server.disturb(Call.CHARGE, trouble, Deed.NOT_DONE);

    assertThat(gateway.charge(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(gateway.lookUp(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
  }

  @ParameterizedTest
  @CsvSource({
    "lost_card,CARD_DECLINED",
    "fraudulent,CARD_DECLINED",
    "some_code_of_tomorrow,CARD_DECLINED",
    "expired_card,EXPIRED_CARD",
    "incorrect_cvc,INCORRECT_CVC",
    "authentication_required,AUTHENTICATION_REQUIRED",
    "card_velocity_exceeded,LIMIT_EXCEEDED"
  })
  void theBanksWordsBecomeOurs(String code, DeclineReason reason) {
    bench.stripe.nextDecline = code;

    assertThat(gateway.charge(charge, reference)).isEqualTo(new ChargeOutcome.Declined(reason));
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(new ChargeOutcome.Declined(reason));
  }

  @Test
  void aFailureOnTheWayToTheBankMayBeTriedInANewAttempt() {
    bench.stripe.nextDecline = "try_again_later";
    ChargeOutcome notTaken = new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);

    assertThat(gateway.charge(charge, reference)).isEqualTo(notTaken);
    assertThat(gateway.close(charge, reference)).isEqualTo(notTaken);

    Charge next = charge(charge.token());
    assertThat(gateway.charge(next, prepare(next))).isEqualTo(CAPTURED);
    assertThat(bench.stripe.captures()).hasSize(1);
  }

  @Test
  void aRefundIsFoundOnAnyPage() {
    gateway.charge(charge, reference);
    RefundRequest first = refund(new Money(100, PRICE.currency()));
    gateway.refund(first);
    for (int more = 0; more < 5; more++) {
      gateway.refund(refund(new Money(100, PRICE.currency())));
    }

    assertThat(gateway.lookUpRefund(first)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(gateway.lookUpRefund(refund(PRICE))).isEqualTo(new RefundOutcome.NotMade());
  }

  @Test
  void anotherAmountThanAskedForIsNoCapture() {
    gateway.charge(charge, reference);
    bench.stripe.captures().getFirst().addProperty("amount_received", 1);

    assertThat(gateway.lookUp(charge, reference)).isEqualTo(UNKNOWN);
  }

  @Test
  void aServerThatIsNotThereIsUnknownOrUnavailable() {
    PaymentGateway nowhere = gateway("http://127.0.0.1:1", Optional.of("sk_test_1"));

    assertThat(nowhere.prepare(charge)).isEqualTo(new Preparation.Unavailable());
    assertThat(nowhere.charge(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(nowhere.lookUp(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(nowhere.close(charge, reference)).isEqualTo(UNKNOWN);
    assertThat(nowhere.lookUpRefund(refund(PRICE))).isEqualTo(new RefundOutcome.Unknown());
    assertThatThrownBy(() -> nowhere.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOf(GatewayUnavailable.class);
  }

  @Test
  void withoutAKeyNothingIsSent() {
    PaymentGateway unconfigured = gateway(bench.server.url(), Optional.empty());

    assertThatThrownBy(() -> unconfigured.prepare(charge)).isInstanceOf(GatewayUnavailable.class);
    assertThatThrownBy(() -> unconfigured.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOf(GatewayUnavailable.class);
    assertThat(unconfigured.readWebhook(bench.sign("evt_1", reference, NOW).delivery(), NOW))
        .isEqualTo(new WebhookReading.Rejected(WebhookReading.Fault.FORGED));
  }

  @Test
  void aKeyStripeDoesNotAcceptDeclinesNobody() {
    PaymentGateway locked = gateway(bench.server.url(), Optional.of("sk_test_revoked"));

    assertThat(locked.prepare(charge)).isEqualTo(new Preparation.Unavailable());
    assertThat(locked.charge(charge, reference)).isEqualTo(UNKNOWN);
    assertThatThrownBy(() -> locked.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOf(GatewayUnavailable.class);
  }

  private static PaymentGateway gateway(String url, Optional<String> key) {
    return new StripePaymentGateway(
        url, key, Optional.empty(), Duration.ofSeconds(1), StripeBench.TIMEOUT);
  }

  @Test
  void aRefundsWebhookNamesItsCharge() {
    var signed =
        StripeBench.sign(
            """
            {"id": "evt_9", "type": "charge.refund.updated",
             "data": {"object": {"id": "re_1", "payment_intent": {"id": "pi_7"}}}}
            """,
            NOW);

    assertThat(gateway.readWebhook(signed.delivery(), NOW))
        .isEqualTo(
            new WebhookReading.Accepted(
                List.of(new GatewayEvent("evt_9", new GatewayReference("pi_7")))));
  }

  @Test
  void aWebhookAboutSomethingElseIsAcceptedAndForgotten() {
    var signed =
        StripeBench.sign(
            "{\"id\": \"evt_9\", \"type\": \"payout.paid\", \"data\": {\"object\": {}}}", NOW);

    assertThat(gateway.readWebhook(signed.delivery(), NOW))
        .isEqualTo(new WebhookReading.Accepted(List.of()));
  }

  @Test
  void aSignedWebhookThatIsNoEventIsUnreadable() {
    assertThat(gateway.readWebhook(StripeBench.sign("[]", NOW).delivery(), NOW))
        .isEqualTo(new WebhookReading.Rejected(WebhookReading.Fault.UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "EUR,1234,1234",
    "JPY,1234,1234",
    "KWD,12340,12340",
    "KWD,12345,",
    "ISK,5,500",
    "MGA,500,5",
    "MGA,550,"
  })
  void amountsAreCountedAsStripeCounts(String currency, long minor, Long expected) {
    var amount = StripeAmount.of(new Money(minor, Currency.getInstance(currency)));

    assertThat(amount.isPresent() ? (Long) amount.getAsLong() : null).isEqualTo(expected);
  }
}
