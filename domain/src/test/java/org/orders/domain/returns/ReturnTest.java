package org.orders.domain.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.euros;
import static org.orders.domain.Samples.id;
import static org.orders.domain.Samples.order;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.UnknownItem;
import org.orders.domain.returns.ReturnState.Outcome;
import org.orders.domain.returns.ReturnState.Trigger;
import org.orders.domain.shared.Reason;
import org.orders.domain.shared.TransitionTable;

class ReturnTest {

  private static final Reason REASON = new Reason("too small");
  private static final Order ORDER = order(new OrderState.Delivered(NOW, NOW, null, NOW));
  private static final OrderItemId TEA = ORDER.lines().items().getFirst().id();

  private static final List<ReturnState> STATES =
      List.of(
          new ReturnState.Requested(),
          new ReturnState.Approved(NOW),
          new ReturnState.Received(NOW, euros("1.00")),
          new ReturnState.Rejected(NOW));

  @Test
  void theTableIsTheSpecification() {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    triggers.put("approve", new Trigger.Approve(NOW));
    triggers.put("receive", new Trigger.Receive(NOW, euros("1.00")));
    triggers.put("reject", new Trigger.Reject(NOW));
    TransitionTable table = new TransitionTable(List.copyOf(triggers.keySet()));
    for (ReturnState state : STATES) {
      table.add(
          state.status().name(),
          triggers.values().stream()
              .map(trigger -> answer(ReturnState.decide(state, trigger)))
              .toList());
    }

    assertThat(table.text())
        .isEqualTo(
            """
                       approve   receive   reject
            REQUESTED  APPROVED  -         REJECTED
            APPROVED   stays     RECEIVED  REJECTED
            RECEIVED   -         stays     -
            REJECTED   -         -         stays
            """);
    assertThat(STATES.stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) ReturnState.class.getPermittedSubclasses()));
    assertThat(STATES).extracting(ReturnState::status).containsExactly(ReturnStatus.values());
  }

  @Test
  void noMoreComesBackThanArrived() {
    assertThatThrownBy(() -> request(2, Pieces.of(TEA, 1), List.of()))
        .isInstanceOfSatisfying(
            ReturnExceedsDelivery.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("left", List.of(Map.of("itemId", TEA.value(), "quantity", 1))));
    assertThatThrownBy(() -> request(1, Pieces.NONE, List.of()))
        .isInstanceOf(ReturnExceedsDelivery.class);
    assertThat(request(2, Pieces.of(TEA, 2), List.of()).refund()).isEqualTo(euros("20.00"));
  }

  @Test
  void whatIsOnItsWayBackOrBackCountsAndWhatWasRejectedDoesNot() {
    Pieces delivered = Pieces.of(TEA, 2);
    Return first = request(1, delivered, List.of());
    Return received =
        first
            .on(new Trigger.Approve(NOW), NOW)
            .goods()
            .on(new Trigger.Receive(NOW, euros("10.00")), NOW)
            .goods();
    Return rejected = first.on(new Trigger.Reject(NOW), NOW).goods();

    assertThat(Return.returnable(delivered, List.of(first))).isEqualTo(Pieces.of(TEA, 1));
    assertThat(Return.returnable(delivered, List.of(received))).isEqualTo(Pieces.of(TEA, 1));
    assertThat(Return.returnable(delivered, List.of(rejected))).isEqualTo(delivered);
    assertThat(Return.returnable(delivered, List.of(received, first))).isEqualTo(Pieces.NONE);
  }

  @Test
  void onlyLinesOfTheOrderComeBack() {
    Pieces strange = Pieces.of(new OrderItemId(id(99)), 1);

    assertThatThrownBy(
            () ->
                Return.request(
                    new ReturnId(id(1)), ORDER, strange, strange, List.of(), REASON, NOW))
        .isInstanceOf(UnknownItem.class);
  }

  @Test
  void receivingTwiceIsReceivingOnce() {
    ReturnDecision received =
        request(1, Pieces.of(TEA, 2), List.of())
            .on(new Trigger.Approve(NOW), NOW)
            .goods()
            .on(new Trigger.Receive(NOW, euros("4.00")), NOW);

    assertThat(received.events()).containsExactly(new ReturnEvent(NOW, ReturnStatus.RECEIVED));
    assertThat(received.goods().refund()).isEqualTo(euros("4.00"));
    assertThat(received.goods().on(new Trigger.Receive(NOW, euros("4.00")), NOW).changesAnything())
        .isFalse();
    assertThatThrownBy(() -> received.goods().on(new Trigger.Reject(NOW), NOW))
        .isInstanceOf(IllegalReturnTransition.class);
  }

  private static Return request(int quantity, Pieces delivered, List<Return> others) {
    return Return.request(
            new ReturnId(id(1)), ORDER, Pieces.of(TEA, quantity), delivered, others, REASON, NOW)
        .goods();
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(var to) -> to.status().name();
      case Outcome.Stays() -> TransitionTable.STAYS;
      case Outcome.Refused _ -> TransitionTable.REFUSED;
    };
  }
}
