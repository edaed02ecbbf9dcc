package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;

/** Money is taken when it is asked for, and only then. */
abstract class ChargingContract extends ContractGroup {

  @Test
  void aGoodCardIsCaptured() {
    Taken taken = till.take(Till.PRICE);

    assertThat(bench.books().captures(taken.charge().attempt())).containsExactly(Till.PRICE);
  }

  @Test
  void theOutcomeCanBeAskedForLater() {
    Taken taken = till.take(Till.PRICE);

    assertThat(gateway.lookUp(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Captured());
  }

  @Test
  void preparingTakesNothing() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);

    GatewayReference reference = till.prepare(charge);

    assertThat(bench.books().captures(charge.attempt())).isEmpty();
    assertThat(gateway.lookUp(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
  }

  @Test
  void anAttemptPreparedAgainKeepsItsReference() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);

    assertThat(till.prepare(charge)).isEqualTo(till.prepare(charge));
  }

  @Test
  void everyAttemptIsAChargeOfItsOwn() {
    Charge first = till.newCharge(TestCard.GOOD, Till.PRICE);
    Charge second = Till.again(first);

    assertThat(till.prepare(first)).isNotEqualTo(till.prepare(second));
    assertThat(till.pay(first)).isEqualTo(new ChargeOutcome.Captured());
    assertThat(till.pay(second)).isEqualTo(new ChargeOutcome.Captured());

    assertThat(bench.books().captures(first.attempt())).hasSize(1);
    assertThat(bench.books().captures(second.attempt())).hasSize(1);
  }

  @Test
  void anAttemptThatWasClosedTakesNothingAnyMore() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);

    ChargeOutcome closed = gateway.close(charge, reference);
    ChargeOutcome late = gateway.charge(charge, reference);

    assertThat(closed).isInstanceOf(ChargeOutcome.NotTaken.class);
    assertThat(late).isNotEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(charge.attempt())).isEmpty();
    assertThat(gateway.lookUp(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
  }

  @Test
  void closingACapturedAttemptSaysThatItIsCaptured() {
    Taken taken = till.take(Till.PRICE);

    assertThat(gateway.close(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(taken.charge().attempt())).hasSize(1);
    assertThat(bench.books().refunds(taken.charge().attempt())).isEmpty();
  }

  @Test
  void closingTwiceChangesNothing() {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);

    assertThat(gateway.close(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
    assertThat(gateway.close(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
  }
}
