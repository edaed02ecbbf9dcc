package org.orders.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.euros;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptState.Trigger;

class PaymentTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final PaymentMethod CARD =
      new PaymentMethod.Card(new PaymentToken("tok_1"), new CardSummary("visa", "4242"));
  private static final RefundId REFUND = new RefundId(Samples.id(820));

  @Test
  void anInvoiceIsBookedOnceHoweverOften() {
    Payment booked = byInvoice().book(LATER).payment();

    assertThat(booked.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(booked.book(LATER.plusSeconds(1)).changesAnything()).isFalse();
  }

  @Test
  void anInvoiceThatWasGivenUpIsNotBooked() {
    Payment released = byInvoice().release(NOW).payment();

    assertThat(released.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThatThrownBy(() -> released.book(LATER))
        .isInstanceOfSatisfying(
            IllegalPaymentTransition.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("from", "VOIDED")
                    .containsEntry("to", "CAPTURED"));
  }

  @Test
  void anUnknownOutcomeIsPending() {
    Payment sent = sent();

    assertThat(sent.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(sent.release(LATER).changesAnything()).isFalse();
    assertThatThrownBy(() -> sent.againByInvoice(euros("20"), LATER))
        .isInstanceOf(PaymentInProgress.class);
  }

  @Test
  void whatWasNeverSentIsLetGoAtOnce() {
    assertThat(byCard().release(LATER).payment().status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void aNewTryKeepsThePaymentsIdAndGetsAnotherAttempt() {
    Payment declined =
        sent().onAttempt(new Trigger.Decline(LATER, DeclineReason.CARD_DECLINED), LATER).payment();
    Payment again =
        declined
            .againByGateway(euros("20"), new AttemptId(Samples.id(811)), "test", CARD, LATER)
            .payment();

    assertThat(again.id()).isEqualTo(declined.id());
    assertThat(again.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(again.attempt()).isNotNull();
    assertThat(again.attempt().number()).isEqualTo(2);
  }

  @Test
  void whatIsPaidIsNotPaidAgain() {
    for (Payment paid : new Payment[] {captured(), byInvoice()}) {
      assertThatThrownBy(() -> paid.againByInvoice(euros("20"), LATER))
          .isInstanceOf(AlreadyPaid.class);
    }
  }

  @Test
  void aClosedAttemptIsReplacedByTheNext() {
    PaymentDecision decision = sent().replaceAttempt(new AttemptId(Samples.id(811)), LATER);

    assertThat(decision.attempts()).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(decision.attempts().getFirst().state()).isEqualTo(new AttemptState.Voided(LATER));
    assertThat(decision.payment().status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void whatGoesBackIsNeverMoreThanCame() {
    Payment paid = captured().beginRefund(euros("15"), LATER).payment();

    assertThat(paid.refundable()).isEqualTo(euros("5"));
    assertThat(paid.refundedAmount()).isEqualTo(euros("0"));
    assertThat(paid.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThatThrownBy(() -> paid.beginRefund(euros("5.01"), LATER))
        .isInstanceOf(RefundExceedsPayment.class);
    assertThatThrownBy(() -> paid.beginRefund(euros("0"), LATER))
        .isInstanceOf(RefundExceedsPayment.class);
    assertThatThrownBy(() -> sent().beginRefund(euros("1"), LATER))
        .isInstanceOf(RefundExceedsPayment.class);
  }

  @Test
  void aRefundCountsOnceItSucceededAndLeavesRoomWhenItFailed() {
    Payment begun = captured().beginRefund(euros("15"), LATER).payment();

    Payment partly = begun.completeRefund(REFUND, euros("15"), LATER).payment();
    assertThat(partly.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(partly.refundedAmount()).isEqualTo(euros("15"));
    Payment wholly =
        partly
            .beginRefund(euros("5"), LATER)
            .then(it -> it.completeRefund(REFUND, euros("5"), LATER))
            .payment();
    assertThat(wholly.status()).isEqualTo(PaymentStatus.REFUNDED);

    Payment failed = begun.failRefund(REFUND, euros("15"), LATER).payment();
    assertThat(failed.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(failed.refundable()).isEqualTo(euros("20"));
  }

  @Test
  void everythingACustomerMayHearOfIsAnEvent() {
    assertThat(sent().onAttempt(new Trigger.Capture(LATER), LATER).events())
        .containsExactly(new PaymentEvent.Captured(LATER, euros("20")));
    assertThat(
            sent()
                .onAttempt(new Trigger.Decline(LATER, DeclineReason.EXPIRED_CARD), LATER)
                .events())
        .containsExactly(new PaymentEvent.Declined(LATER, DeclineReason.EXPIRED_CARD));
  }

  @Test
  void whatComesAgainChangesNothing() {
    assertThat(captured().onAttempt(new Trigger.Capture(LATER), LATER).changesAnything()).isFalse();
  }

  private static Payment byInvoice() {
    return Payment.byInvoice(
            new PaymentId(Samples.id(800)), new OrderId(Samples.id(700)), euros("20"), NOW)
        .payment();
  }

  private static Payment byCard() {
    return Payment.byGateway(
            new PaymentId(Samples.id(800)),
            new OrderId(Samples.id(700)),
            euros("20"),
            new AttemptId(Samples.id(810)),
            "test",
            CARD,
            NOW)
        .payment();
  }

  private static Payment sent() {
    GatewayReference reference = new GatewayReference("pi_1");
    return byCard()
        .onAttempt(new Trigger.Prepare(reference), NOW)
        .then(payment -> payment.onAttempt(new Trigger.Send(NOW), NOW))
        .payment();
  }

  private static Payment captured() {
    return sent().onAttempt(new Trigger.Capture(NOW), NOW).payment();
  }
}
