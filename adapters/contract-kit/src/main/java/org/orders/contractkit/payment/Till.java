package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.shared.Money;

/** Where the tests take and return money: it makes charges and walks them through the gateway. */
final class Till {

  static final Money PRICE = money("EUR", "49.90");

  private final PaymentGateway gateway;

  Till(GatewayBench bench) {
    this.gateway = bench.gateway();
  }

  static Money money(String currency, String amount) {
    return Money.of("amount", new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** A charge that the gateway has not heard of yet. */
  Charge newCharge(TestCard card, Money amount) {
    PaymentToken token = gateway.vault().tokenize(card.card()).token();
    return new Charge(
        new AttemptId(UUID.randomUUID()),
        new PaymentId(UUID.randomUUID()),
        new OrderId(UUID.randomUUID()),
        token,
        amount);
  }

  /** The same payment in a new attempt. */
  static Charge again(Charge charge) {
    return new Charge(
        new AttemptId(UUID.randomUUID()),
        charge.payment(),
        charge.order(),
        charge.token(),
        charge.amount());
  }

  GatewayReference prepare(Charge charge) {
    Preparation preparation = gateway.prepare(charge);
    assertThat(preparation).isInstanceOf(Preparation.Prepared.class);
    return ((Preparation.Prepared) preparation).reference();
  }

  /** Prepares and charges; a refusal may come at either step. */
  ChargeOutcome pay(Charge charge) {
    return switch (gateway.prepare(charge)) {
      case Preparation.Prepared(var reference) -> gateway.charge(charge, reference);
      case Preparation.Declined(var reason) -> new ChargeOutcome.Declined(reason);
      case Preparation.Failed(), Preparation.Unavailable() -> new ChargeOutcome.Unknown();
    };
  }

  /** A charge that was captured. */
  Taken take(Money amount) {
    Charge charge = newCharge(TestCard.GOOD, amount);
    GatewayReference reference = prepare(charge);
    assertThat(gateway.charge(charge, reference)).isEqualTo(new ChargeOutcome.Captured());
    return new Taken(charge, reference);
  }

  /** A captured charge and its name at the gateway. */
  record Taken(Charge charge, GatewayReference reference) {

    RefundRequest refund(Money amount) {
      return new RefundRequest(
          new RefundId(UUID.randomUUID()), charge.attempt(), reference, amount);
    }
  }
}
