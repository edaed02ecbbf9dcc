package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.shared.Money;

/** Currencies have two decimals, or none, or three; an amount arrives as what it is. */
abstract class AmountsContract extends ContractGroup {

  @ParameterizedTest
  @CsvSource({"EUR,12.34", "EUR,0.99", "JPY,1234", "KWD,12.340", "EUR,999999.99"})
  void anAmountIsTakenExactly(String currency, String amount) {
    Money money = Till.money(currency, amount);

    Taken taken = till.take(money);

    assertThat(bench.books().captures(taken.charge().attempt())).containsExactly(money);
  }

  @ParameterizedTest
  @CsvSource({"EUR,12.34,0.01", "JPY,1234,1", "KWD,12.340,0.010"})
  void anAmountGoesBackExactly(String currency, String amount, String back) {
    Taken taken = till.take(Till.money(currency, amount));

    assertThat(gateway.refund(taken.refund(Till.money(currency, back))))
        .isEqualTo(new RefundOutcome.Succeeded());

    assertThat(bench.books().refunds(taken.charge().attempt()))
        .containsExactly(Till.money(currency, back));
  }

  @Test
  void whatAGatewayCannotTakeExactlyItDoesNotRound() {
    Money fils = Till.money("KWD", "12.345");
    Charge charge = till.newCharge(TestCard.GOOD, fils);

    ChargeOutcome outcome = till.pay(charge);

    if (outcome.equals(new ChargeOutcome.Captured())) {
      assertThat(bench.books().captures(charge.attempt())).containsExactly(fils);
    } else {
      assertThat(outcome).isInstanceOf(ChargeOutcome.Declined.class);
      assertThat(bench.books().captures(charge.attempt())).isEmpty();
    }
  }
}
