package org.orders.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.domain.Samples.NOW;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.domain.fulfilment.ShipmentState.Outcome;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.TransitionTable;

class ShipmentStateTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final CarrierReference REFERENCE = new CarrierReference("shp_1");
  private static final Consignment CONSIGNMENT =
      new Consignment(REFERENCE, new TrackingNumber("RR123456785DE"), NOW, null);

  private static final List<ShipmentState> STATES =
      List.of(
          new ShipmentState.Created(),
          new ShipmentState.Asked(REFERENCE, NOW),
          new ShipmentState.Refused(NOW, LabelRefusal.ADDRESS_NOT_DELIVERABLE, REFERENCE),
          new ShipmentState.Labelled(CONSIGNMENT),
          new ShipmentState.InTransit(CONSIGNMENT, NOW),
          new ShipmentState.Failed(CONSIGNMENT, NOW),
          new ShipmentState.Delivered(CONSIGNMENT, NOW),
          new ShipmentState.Returned(CONSIGNMENT, NOW),
          new ShipmentState.Abandoned(REFERENCE, NOW),
          new ShipmentState.Voided(NOW, null),
          new ShipmentState.Voided(NOW, REFERENCE));

  private static final Map<String, Trigger> TRIGGERS = triggers();

  @Test
  void theTableIsTheSpecification() {
    assertThat(table().text())
        .isEqualTo(
            """
                       ask    refuse    label      move       fail    deliver    return    give up    close
            CREATED    ASKED  REFUSED   -          -          -       -          -         VOIDED     -
            ASKED      stays  REFUSED   LABELLED   -          -       -          -         ABANDONED  -
            REFUSED    ASKED  stays     LABELLED   -          -       -          -         DOUBTFUL   -
            LABELLED   stays  stays     stays      INTRANSIT  FAILED  DELIVERED  RETURNED  -          -
            INTRANSIT  stays  stays     stays      stays      FAILED  DELIVERED  RETURNED  -          -
            FAILED     stays  stays     stays      stays      stays   DELIVERED  RETURNED  -          -
            DELIVERED  stays  stays     stays      stays      stays   stays      RETURNED  -          -
            RETURNED   stays  stays     stays      stays      stays   stays      stays     -          -
            ABANDONED  stays  DOUBTFUL  stays      stays      stays   stays      stays     stays      VOIDED
            VOIDED     stays  stays     stays      stays      stays   stays      stays     stays      stays
            DOUBTFUL   stays  stays     ABANDONED  stays      stays   stays      stays     stays      stays
            """);
  }

  @Test
  void theSamplesCoverEveryStateAndTrigger() {
    assertThat(STATES.stream().<Object>map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) ShipmentState.class.getPermittedSubclasses()));
    assertThat(TRIGGERS.values().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) Trigger.class.getPermittedSubclasses()));
  }

  @Test
  void whatMayHaveALabelStaysOpenUntilThatIsKnown() {
    Outcome given =
        ShipmentState.decide(new ShipmentState.Asked(REFERENCE, NOW), new Trigger.GiveUp(LATER));

    assertThat(given).isEqualTo(new Outcome.Moved(new ShipmentState.Abandoned(REFERENCE, LATER)));
  }

  @Test
  void aLabelThatTurnsUpAfterAllIsGivenBack() {
    Trigger label = new Trigger.Label(REFERENCE, CONSIGNMENT);

    assertThat(ShipmentState.decide(new ShipmentState.Voided(NOW, REFERENCE), label))
        .isEqualTo(new Outcome.Moved(new ShipmentState.Abandoned(REFERENCE, NOW)));
    assertThat(
            ShipmentState.decide(
                new ShipmentState.Abandoned(REFERENCE, NOW), new Trigger.Close(LATER, false)))
        .isEqualTo(new Outcome.Moved(new ShipmentState.Voided(LATER, REFERENCE)));
    assertThat(
            ShipmentState.decide(
                new ShipmentState.Abandoned(REFERENCE, NOW), new Trigger.Close(LATER, true)))
        .isEqualTo(new Outcome.Moved(new ShipmentState.Voided(LATER, null)));
  }

  @Test
  void piecesCountAsGoneFromTheLabelOn() {
    assertThat(STATES.stream().filter(state -> state.departed() != null))
        .extracting(ShipmentState::status)
        .containsExactly(
            ShipmentStatus.LABELLED,
            ShipmentStatus.IN_TRANSIT,
            ShipmentStatus.FAILED,
            ShipmentStatus.DELIVERED,
            ShipmentStatus.RETURNED);
  }

  static TransitionTable table() {
    TransitionTable table = new TransitionTable(List.copyOf(TRIGGERS.keySet()));
    for (ShipmentState state : STATES) {
      table.add(
          name(state),
          TRIGGERS.values().stream()
              .map(trigger -> answer(ShipmentState.decide(state, trigger)))
              .toList());
    }
    return table;
  }

  private static Map<String, Trigger> triggers() {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    triggers.put("ask", new Trigger.Ask(REFERENCE, LATER));
    triggers.put("refuse", new Trigger.Refuse(LATER, LabelRefusal.ADDRESS_NOT_DELIVERABLE));
    triggers.put("label", new Trigger.Label(REFERENCE, CONSIGNMENT));
    triggers.put("move", new Trigger.Move(LATER));
    triggers.put("fail", new Trigger.Fail(LATER));
    triggers.put("deliver", new Trigger.Deliver(LATER));
    triggers.put("return", new Trigger.Return(LATER));
    triggers.put("give up", new Trigger.GiveUp(LATER));
    triggers.put("close", new Trigger.Close(LATER, true));
    return triggers;
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(var to) -> name(to);
      case Outcome.Stays() -> TransitionTable.STAYS;
      case Outcome.Refused() -> TransitionTable.REFUSED;
    };
  }

  private static String name(ShipmentState state) {
    if (state instanceof ShipmentState.Voided(_, var doubtful) && doubtful != null) {
      return "DOUBTFUL";
    }
    return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
