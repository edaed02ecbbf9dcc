package org.orders.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.domain.Samples.NOW;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.domain.payment.AttemptState.Outcome;
import org.orders.domain.payment.AttemptState.Trigger;
import org.orders.domain.shared.TransitionTable;

class AttemptStateTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final GatewayReference REFERENCE = new GatewayReference("pi_1");

  private static final List<AttemptState> STATES =
      List.of(
          new AttemptState.Created(),
          new AttemptState.Prepared(REFERENCE),
          new AttemptState.Sent(REFERENCE, NOW),
          new AttemptState.Captured(REFERENCE, NOW),
          new AttemptState.Declined(NOW, DeclineReason.CARD_DECLINED),
          new AttemptState.Voided(NOW));

  private static final Map<String, Trigger> TRIGGERS = triggers();

  @Test
  void theTableIsTheSpecification() {
    TransitionTable table = new TransitionTable(List.copyOf(TRIGGERS.keySet()));
    for (AttemptState state : STATES) {
      table.add(
          name(state),
          TRIGGERS.values().stream()
              .map(trigger -> answer(AttemptState.decide(state, trigger)))
              .toList());
    }

    assertThat(table.text())
        .isEqualTo(
            """
                      prepare   send   capture   decline   give up  close
            CREATED   PREPARED  -      -         DECLINED  VOIDED   VOIDED
            PREPARED  stays     SENT   -         DECLINED  VOIDED   VOIDED
            SENT      stays     stays  CAPTURED  DECLINED  stays    VOIDED
            CAPTURED  stays     stays  stays     stays     stays    stays
            DECLINED  stays     stays  -         stays     stays    stays
            VOIDED    stays     stays  -         stays     stays    stays
            """);
  }

  @Test
  void theSamplesCoverEveryStateAndTrigger() {
    assertThat(STATES.stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) permitted(AttemptState.class)));
    assertThat(TRIGGERS.values().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) Trigger.class.getPermittedSubclasses()));
  }

  @Test
  void whatMayHaveBeenTakenStaysOpenUntilThatIsKnown() {
    AttemptState sent = new AttemptState.Sent(REFERENCE, NOW);

    assertThat(sent.isOpen()).isTrue();
    assertThat(AttemptState.decide(sent, new Trigger.GiveUp(LATER))).isEqualTo(new Outcome.Stays());
  }

  @Test
  void theFirstSendingCountsForHowLongTheKeyIsGood() {
    assertThat(AttemptState.decide(new AttemptState.Sent(REFERENCE, NOW), new Trigger.Send(LATER)))
        .isEqualTo(new Outcome.Stays());
  }

  private static Class<?>[] permitted(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(AttemptState.class::isAssignableFrom)
        .toArray(Class<?>[]::new);
  }

  private static Map<String, Trigger> triggers() {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    triggers.put("prepare", new Trigger.Prepare(REFERENCE));
    triggers.put("send", new Trigger.Send(LATER));
    triggers.put("capture", new Trigger.Capture(LATER));
    triggers.put("decline", new Trigger.Decline(LATER, DeclineReason.CARD_DECLINED));
    triggers.put("give up", new Trigger.GiveUp(LATER));
    triggers.put("close", new Trigger.Close(LATER));
    return triggers;
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(var to) -> name(to);
      case Outcome.Stays() -> TransitionTable.STAYS;
      case Outcome.Impossible() -> TransitionTable.REFUSED;
    };
  }

  private static String name(AttemptState state) {
    return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
