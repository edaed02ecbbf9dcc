package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundOutcome.Reason;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.shared.Money;

/** What was taken goes back, in parts or whole, and never more than that. */
abstract class RefundingContract extends ContractGroup {

  private static final Money PART = Till.money("EUR", "19.95");
  private static final Money REST = Till.PRICE.minus(PART);

  @Test
  void theWholeAmountGoesBack() {
    Taken taken = till.take(Till.PRICE);
    RefundRequest request = taken.refund(Till.PRICE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.books().refunds(taken.charge().attempt())).containsExactly(Till.PRICE);
  }

  @Test
  void partsGoBackOneByOne() {
    Taken taken = till.take(Till.PRICE);

    assertThat(gateway.refund(taken.refund(PART))).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(gateway.refund(taken.refund(REST))).isEqualTo(new RefundOutcome.Succeeded());

    assertThat(bench.books().refunds(taken.charge().attempt()))
        .containsExactlyInAnyOrder(PART, REST);
  }

  @Test
  void aRefundCanBeAskedForLater() {
    Taken taken = till.take(Till.PRICE);
    RefundRequest request = taken.refund(PART);
    gateway.refund(request);

    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.Succeeded());
  }

  @Test
  void aRefundNobodyAskedForWasNotMade() {
    Taken taken = till.take(Till.PRICE);
    gateway.refund(taken.refund(PART));

    assertThat(gateway.lookUpRefund(taken.refund(PART))).isEqualTo(new RefundOutcome.NotMade());
  }

  @Test
  void moreThanWasTakenDoesNotGoBack() {
    Taken taken = till.take(Till.PRICE);

    assertThat(gateway.refund(taken.refund(Till.PRICE.plus(PART))))
        .isEqualTo(new RefundOutcome.Failed(Reason.EXCEEDS_CHARGE));
    assertThat(bench.books().refunds(taken.charge().attempt())).isEmpty();
  }

  @Test
  void moreThanIsLeftDoesNotGoBack() {
    Taken taken = till.take(Till.PRICE);
    gateway.refund(taken.refund(PART));

    assertThat(gateway.refund(taken.refund(Till.PRICE)))
        .isEqualTo(new RefundOutcome.Failed(Reason.EXCEEDS_CHARGE));
    assertThat(bench.books().refunds(taken.charge().attempt())).containsExactly(PART);
  }

  @Test
  void whatWasNeverTakenDoesNotGoBack() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);

    assertThat(gateway.refund(new Taken(charge, reference).refund(PART)))
        .isEqualTo(new RefundOutcome.Failed(Reason.NOTHING_CAPTURED));
    assertThat(bench.books().refunds(charge.attempt())).isEmpty();
  }
}
