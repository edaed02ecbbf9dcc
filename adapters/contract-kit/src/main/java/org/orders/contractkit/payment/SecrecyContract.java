package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.LogWatch;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.TokenizedCard;

/** A card's number and code are seen nowhere, and neither is what money could be taken with. */
abstract class SecrecyContract extends ContractGroup {

  @Test
  void aTokenHoldsNothingOfTheCard() {
    TokenizedCard kept = gateway.vault().tokenize(TestCard.GOOD.card());

    assertThat(kept.token().value())
        .doesNotContain(TestCard.GOOD.number())
        .doesNotContain(TestCard.GOOD.number().substring(0, 12));
    assertThat(kept.card().last4()).isEqualTo("4242");
    assertThat(kept.card().brand()).isEqualTo("visa");
  }

  @Test
  void aTokenHoldsNothingOfTheSecurityCode() {
    // Three digits turn up in one random token by chance, but not in five.
    assertThat(
            Stream.generate(() -> gateway.vault().tokenize(TestCard.GOOD.card()).token().value())
                .limit(5))
        .as("tokens that hold the security code")
        .anyMatch(token -> !token.contains(TestCard.CVC));
  }

  @Test
  void nothingTellsItselfInPrint() {
    TokenizedCard kept = gateway.vault().tokenize(TestCard.GOOD.card());
    Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
    GatewayReference reference = till.prepare(charge);

    assertSecret(
        List.of(charge.token().value(), kept.token().value()),
        gateway.toString(),
        gateway.vault().toString(),
        kept.toString(),
        charge.toString(),
        gateway.prepare(charge).toString(),
        gateway.charge(charge, reference).toString(),
        reference.toString());
  }

  @Test
  void aDayOfBusinessLeavesNoTraceInTheLogs() {
    try (LogWatch watch = new LogWatch()) {
      Till.Taken taken = till.take(Till.PRICE);
      till.pay(till.newCharge(TestCard.DECLINED, Till.PRICE));
      gateway.refund(taken.refund(Till.PRICE));

      assertSecret(List.of(taken.charge().token().value()), watch.seen());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadDayLeavesNoTraceInLogsAndExceptions(Fault fault) {
    try (LogWatch watch = new LogWatch()) {
      bench.disturb(Call.TOKENIZE, fault, Deed.NOT_DONE);
      Throwable refused = catchThrowable(() -> gateway.vault().tokenize(TestCard.GOOD.card()));
      Charge charge = till.newCharge(TestCard.GOOD, Till.PRICE);
      GatewayReference reference = till.prepare(charge);
      bench.disturb(Call.CHARGE, fault, Deed.NOT_DONE);
      Throwable failed = catchThrowable(() -> gateway.charge(charge, reference));

      assertSecret(List.of(charge.token().value()), watch.seen(), trace(refused), trace(failed));
    }
  }

  private void assertSecret(List<String> tokens, String... places) {
    List<String> secrets = new ArrayList<>(tokens);
    secrets.addAll(bench.secrets());
    secrets.add(TestCard.GOOD.number());
    secrets.add(TestCard.DECLINED.number());
    for (String place : places) {
      for (String secret : secrets) {
        // Not contains(): its failure would print the place, secrets and all.
        assertThat(place.contains(secret)).as("a secret is seen").isFalse();
      }
      assertThat(place.matches("(?s).*(cvc|code)\\W{0,6}" + TestCard.CVC + ".*"))
          .as("a security code is seen")
          .isFalse();
    }
  }

  private static String trace(@Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
