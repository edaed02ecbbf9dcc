package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;

/** What we do not know we say we do not know, and asking settles it. */
abstract class UncertaintyContract extends ContractGroup {

  @ParameterizedTest
  @EnumSource
  void aSpoiltAnswerIsUnknownUntilAskedFor(Fault fault) {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);
    bench.disturb(Call.CHARGE, fault, Deed.DONE);

    assertThat(gateway.charge(charge, reference)).isEqualTo(new ChargeOutcome.Unknown());

    assertThat(gateway.lookUp(charge, reference)).isEqualTo(new ChargeOutcome.Captured());
    assertThat(gateway.close(charge, reference)).isEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(charge.attempt())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aLostRequestIsUnknownUntilAskedFor(Fault fault) {
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);
    bench.disturb(Call.CHARGE, fault, Deed.NOT_DONE);

    assertThat(gateway.charge(charge, reference)).isEqualTo(new ChargeOutcome.Unknown());

    assertThat(gateway.lookUp(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
    assertThat(gateway.close(charge, reference)).isInstanceOf(ChargeOutcome.NotTaken.class);
    Charge next = Till.again(charge);
    assertThat(till.pay(next)).isEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(charge.attempt())).isEmpty();
    assertThat(bench.books().captures(next.attempt())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDisturbedLookUpSettlesNothing(Fault fault) {
    Taken taken = till.take(Till.PRICE);
    bench.disturb(Call.LOOK_UP, fault, Deed.NOT_DONE);

    assertThat(gateway.lookUp(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Unknown());

    assertThat(gateway.lookUp(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Captured());
  }

  @ParameterizedTest
  @EnumSource
  void aRefundWithASpoiltAnswerIsUnknownUntilAskedFor(Fault fault) {
    Taken taken = till.take(Till.PRICE);
    RefundRequest request = taken.refund(Till.PRICE);
    bench.disturb(Call.REFUND, fault, Deed.DONE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Unknown());

    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.books().refunds(taken.charge().attempt())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aLostRefundIsUnknownUntilAskedForAndCanBeSentAgain(Fault fault) {
    Taken taken = till.take(Till.PRICE);
    RefundRequest request = taken.refund(Till.PRICE);
    bench.disturb(Call.REFUND, fault, Deed.NOT_DONE);

    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Unknown());

    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.NotMade());
    assertThat(gateway.refund(request)).isEqualTo(new RefundOutcome.Succeeded());
    assertThat(bench.books().refunds(taken.charge().attempt())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDisturbedLookUpOfARefundSettlesNothing(Fault fault) {
    Taken taken = till.take(Till.PRICE);
    RefundRequest request = taken.refund(Till.PRICE);
    gateway.refund(request);
    bench.disturb(Call.LOOK_UP, fault, Deed.NOT_DONE);

    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.Unknown());

    assertThat(gateway.lookUpRefund(request)).isEqualTo(new RefundOutcome.Succeeded());
  }

  @ParameterizedTest
  @EnumSource
  void aVaultThatDoesNotAnswerIsUnavailable(Fault fault) {
    bench.disturb(Call.TOKENIZE, fault, Deed.NOT_DONE);

    assertThatThrownBy(() -> gateway.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOf(GatewayUnavailable.class);
  }
}
