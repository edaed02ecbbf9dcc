package org.orders.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.NOW;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.PaymentState.Outcome;
import org.orders.domain.payment.PaymentState.Trigger;
import org.orders.domain.shared.TransitionTable;

class PaymentStateTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  private static final List<PaymentState> STATES =
      List.of(
          new PaymentState.Authorized(NOW),
          new PaymentState.Captured(NOW),
          new PaymentState.Voided(NOW));

  private static final Map<String, Trigger> TRIGGERS = triggers();

  @Test
  void theTableIsTheSpecification() {
    TransitionTable table = new TransitionTable(List.copyOf(TRIGGERS.keySet()));
    for (PaymentState state : STATES) {
      table.add(
          state.status().name(),
          TRIGGERS.values().stream()
              .map(trigger -> answer(PaymentState.decide(state, trigger)))
              .toList());
    }

    assertThat(table.text())
        .isEqualTo(
            """
                        authorize   capture   release
            AUTHORIZED  -           CAPTURED  VOIDED
            CAPTURED    -           stays     stays
            VOIDED      AUTHORIZED  -         stays
            """);
  }

  @Test
  void theSamplesCoverEveryStateAndTrigger() {
    assertThat(STATES)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(PaymentState.class.getPermittedSubclasses());
    assertThat(TRIGGERS.values().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) Trigger.class.getPermittedSubclasses()));
  }

  @Test
  void everyStateKnowsWhenItBegan() {
    assertThat(byInvoice().on(new Trigger.Capture(LATER), LATER).state())
        .isEqualTo(new PaymentState.Captured(LATER));
    assertThat(byInvoice().on(new Trigger.Release(LATER), LATER).state())
        .isEqualTo(new PaymentState.Voided(LATER));
  }

  @Test
  void aNewTryAfterAReleaseKeepsThePaymentsId() {
    Payment again =
        byInvoice().on(new Trigger.Release(LATER), LATER).on(new Trigger.Authorize(LATER), LATER);

    assertThat(again.id()).isEqualTo(byInvoice().id());
    assertThat(again.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(again.updatedAt()).isEqualTo(LATER);
    assertThat(again.createdAt()).isEqualTo(NOW);
  }

  @Test
  void whatChangesNothingLeavesThePaymentAsItIs() {
    Payment captured = byInvoice().on(new Trigger.Capture(NOW), NOW);

    assertThat(captured.on(new Trigger.Capture(LATER), LATER)).isEqualTo(captured);
    assertThat(captured.on(new Trigger.Release(LATER), LATER)).isEqualTo(captured);
  }

  @Test
  void aRefusalNamesBothStates() {
    Payment released = byInvoice().on(new Trigger.Release(NOW), NOW);

    assertThatThrownBy(() -> released.on(new Trigger.Capture(LATER), LATER))
        .isInstanceOfSatisfying(
            IllegalPaymentTransition.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("illegal-transition");
              assertThat(refusal.details())
                  .containsEntry("from", "VOIDED")
                  .containsEntry("to", "CAPTURED");
            });
  }

  @Test
  void nothingIsRefundedYet() {
    assertThat(byInvoice().refundedAmount()).isEqualTo(Samples.euros("0"));
  }

  private static Payment byInvoice() {
    return Payment.byInvoice(
        new PaymentId(Samples.id(800)), new OrderId(Samples.id(700)), Samples.euros("20"), NOW);
  }

  private static Map<String, Trigger> triggers() {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    triggers.put("authorize", new Trigger.Authorize(LATER));
    triggers.put("capture", new Trigger.Capture(LATER));
    triggers.put("release", new Trigger.Release(LATER));
    return triggers;
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(var to) -> to.status().name();
      case Outcome.Stays() -> TransitionTable.STAYS;
      case Outcome.Refused _ -> TransitionTable.REFUSED;
    };
  }
}
