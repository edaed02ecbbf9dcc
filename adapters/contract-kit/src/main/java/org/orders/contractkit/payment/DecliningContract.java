package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentToken;

/** A no is a no, with its reason in the words of the house. */
abstract class DecliningContract extends ContractGroup {

  @Test
  void aDeclinedCardIsDeclined() {
    Charge charge = till.newCharge(TestCard.DECLINED, Till.PRICE);

    assertThat(till.pay(charge)).isEqualTo(new ChargeOutcome.Declined(DeclineReason.CARD_DECLINED));
    assertThat(bench.books().captures(charge.attempt())).isEmpty();
  }

  @Test
  void anEmptyAccountIsCalledThat() {
    Charge charge = till.newCharge(TestCard.POOR, Till.PRICE);

    assertThat(till.pay(charge))
        .isEqualTo(new ChargeOutcome.Declined(DeclineReason.INSUFFICIENT_FUNDS));
    assertThat(bench.books().captures(charge.attempt())).isEmpty();
  }

  @Test
  void aDeclineIsRemembered() {
    Charge charge = till.newCharge(TestCard.POOR, Till.PRICE);
    GatewayReference reference = till.prepare(charge);
    gateway.charge(charge, reference);

    ChargeOutcome declined = new ChargeOutcome.Declined(DeclineReason.INSUFFICIENT_FUNDS);
    assertThat(gateway.lookUp(charge, reference)).isEqualTo(declined);
    assertThat(gateway.charge(charge, reference)).isEqualTo(declined);
    assertThat(gateway.close(charge, reference)).isEqualTo(declined);
  }

  @Test
  void aTokenNobodyGaveOutIsDeclined() {
    Charge known = till.newCharge(TestCard.GOOD, Till.PRICE);
    Charge charge =
        new Charge(
            known.attempt(),
            known.payment(),
            known.order(),
            new PaymentToken("nobody-gave-this-out"),
            known.amount());

    assertThat(till.pay(charge)).isEqualTo(new ChargeOutcome.Declined(DeclineReason.INVALID_TOKEN));
    assertThat(bench.books().captures(charge.attempt())).isEmpty();
  }
}
