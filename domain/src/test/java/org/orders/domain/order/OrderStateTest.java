package org.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.domain.order.OrderState.Outcome;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.shared.TransitionTable;

class OrderStateTest {

  @Test
  void theTableIsTheSpecification() {
    assertThat(table().text())
        .isEqualTo(
            """
                        confirm    begin fulfilment  ship     deliver    cancel     look for lapse  lapse
            PENDING     CONFIRMED  -                 -        -          CANCELLED  stays           CANCELLED
            CONFIRMED   -          PROCESSING        -        -          CANCELLED  stays           stays
            PROCESSING  -          -                 SHIPPED  -          CANCELLED  stays           stays
            SHIPPED     -          -                 -        DELIVERED  -          stays           stays
            DELIVERED   -          -                 -        -          -          stays           stays
            CANCELLED   -          -                 -        -          stays      stays           stays
            """);
  }

  @Test
  void theSamplesCoverEveryState() {
    assertThat(OrderStateSamples.states())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(OrderState.class.getPermittedSubclasses());
    assertThat(OrderStateSamples.states())
        .extracting(OrderState::status)
        .containsExactly(OrderStatus.values());
  }

  @Test
  void theSamplesCoverEveryTrigger() {
    assertThat(OrderStateSamples.triggers().values().stream().<Object>map(Object::getClass))
        .containsOnly((Object[]) Trigger.class.getPermittedSubclasses())
        .containsAll(Arrays.asList((Object[]) Trigger.class.getPermittedSubclasses()));
  }

  @Test
  void aRefusalNamesTheStateItIsInAndTheOneThatWasAskedFor() {
    for (OrderState state : OrderStateSamples.states()) {
      assertRefusalNames(state, "confirm", OrderStatus.CONFIRMED);
      assertRefusalNames(state, "begin fulfilment", OrderStatus.PROCESSING);
      assertRefusalNames(state, "ship", OrderStatus.SHIPPED);
      assertRefusalNames(state, "deliver", OrderStatus.DELIVERED);
      assertRefusalNames(state, "cancel", OrderStatus.CANCELLED);
    }
  }

  @Test
  void everyStateCarriesTheFactsOfTheWayThatLedThere() {
    OrderState confirmed =
        moved(OrderStateSamples.pending(), new Trigger.Confirm(OrderStateSamples.CONFIRMED));
    OrderState processing =
        moved(confirmed, new Trigger.BeginFulfilment(OrderStateSamples.STARTED));
    OrderState shipped =
        moved(processing, new Trigger.Ship(OrderStateSamples.SHIPPED, OrderStateSamples.TRACKING));
    OrderState delivered = moved(shipped, new Trigger.Deliver(OrderStateSamples.DELIVERED));

    assertThat(List.of(confirmed, processing, shipped, delivered))
        .containsExactly(
            OrderStateSamples.confirmed(),
            OrderStateSamples.processing(),
            OrderStateSamples.shipped(),
            OrderStateSamples.delivered());
    assertThat(moved(processing, new Trigger.Cancel(OrderStateSamples.CANCELLED)))
        .isEqualTo(OrderStateSamples.cancelled());
  }

  @Test
  void stockIsHeldUntilTheGoodsLeaveOrTheOrderIsGivenUp() {
    assertThat(OrderStateSamples.states().stream().filter(OrderState::holdsStock))
        .extracting(OrderState::status)
        .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING);
  }

  static TransitionTable table() {
    TransitionTable table = new TransitionTable(List.copyOf(OrderStateSamples.triggers().keySet()));
    for (OrderState state : OrderStateSamples.states()) {
      table.add(
          state.status().name(),
          OrderStateSamples.triggers().values().stream()
              .map(trigger -> answer(OrderState.decide(state, trigger)))
              .toList());
    }
    return table;
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(var to) -> to.status().name();
      case Outcome.Stays() -> TransitionTable.STAYS;
      case Outcome.Refused _ -> TransitionTable.REFUSED;
    };
  }

  private static void assertRefusalNames(OrderState state, String trigger, OrderStatus to) {
    Outcome outcome = OrderState.decide(state, OrderStateSamples.triggers().get(trigger));
    if (outcome instanceof Outcome.Refused) {
      assertThat(outcome).isEqualTo(new Outcome.Refused(state.status(), to));
    }
  }

  private static OrderState moved(OrderState state, Trigger trigger) {
    return ((Outcome.Moved) OrderState.decide(state, trigger)).to();
  }
}
