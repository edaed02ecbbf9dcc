package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.contractkit.shared.Callers;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;

/** One key is one charge or one refund, however often it is sent. */
abstract class RepeatingContract extends ContractGroup {

  private static final int CALLERS = 16;

  @Test
  void anAttemptSentAgainIsBookedOnce() {
    Taken taken = till.take(Till.PRICE);

    assertThat(gateway.charge(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(taken.charge().attempt())).hasSize(1);
  }

  @Test
  void sixteenCallersWithOneAttemptTakeTheMoneyOnce() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);

    List<ChargeOutcome> outcomes =
        Callers.inParallel(CALLERS, () -> gateway.charge(charge, reference));

    assertThat(bench.books().captures(charge.attempt())).hasSize(1);
    // A gateway may tell the others to ask later while one is being served.
    assertThat(outcomes)
        .contains(new ChargeOutcome.Captured())
        .isSubsetOf(new ChargeOutcome.Captured(), new ChargeOutcome.Unknown());
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(new ChargeOutcome.Captured());
  }

  @Test
  void aChargeAndItsClosingAtOnceLeaveNoDoubt() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);
    AtomicInteger turn = new AtomicInteger();

    Callers.inParallel(
        2,
        () ->
            turn.getAndIncrement() == 0
                ? gateway.charge(charge, reference)
                : gateway.close(charge, reference));

    ChargeOutcome outcome = gateway.close(charge, reference);
    if (outcome.equals(new ChargeOutcome.Captured())) {
      assertThat(bench.books().captures(charge.attempt())).hasSize(1);
    } else {
      assertThat(outcome).isInstanceOf(ChargeOutcome.NotTaken.class);
      assertThat(bench.books().captures(charge.attempt())).isEmpty();
    }
  }

  @Test
  void aRefundSentAgainIsBookedOnce() {
    Taken taken = till.take(Till.money("EUR", "30.00"));
    RefundRequest request = taken.refund(Till.money("EUR", "10.00"));

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());

    assertThat(bench.books().refunds(taken.charge().attempt())).hasSize(1);
  }

  @Test
  void sixteenCallersWithOneRefundReturnTheMoneyOnce() {
    Taken taken = till.take(Till.money("EUR", "320.00"));
    RefundRequest request = taken.refund(Till.money("EUR", "20.00"));

    List<RefundOutcome> outcomes = Callers.inParallel(CALLERS, () -> gateway.refund(request));

    assertThat(bench.books().refunds(taken.charge().attempt())).hasSize(1);
    assertThat(outcomes)
        .contains(new RefundOutcome.Succeeded())
        .isSubsetOf(new RefundOutcome.Succeeded(), new RefundOutcome.Unknown());
    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.Succeeded());
  }

  @Test
  void twoRefundsOfOneAmountAreTwoRefunds() {
    Taken taken = till.take(Till.money("EUR", "30.00"));

    assertThat(gateway.refund(taken.refund(Till.money("EUR", "10.00"))))
        .isEqualTo(new RefundOutcome.Succeeded());
    assertThat(gateway.refund(taken.refund(Till.money("EUR", "10.00"))))
        .isEqualTo(new RefundOutcome.Succeeded());

    assertThat(bench.books().refunds(taken.charge().attempt())).hasSize(2);
  }
}
