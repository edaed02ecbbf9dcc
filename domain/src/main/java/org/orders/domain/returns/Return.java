package org.orders.domain.returns;

import java.time.Instant;
import java.util.List;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Pieces;
import org.orders.domain.returns.ReturnState.Outcome;
import org.orders.domain.returns.ReturnState.Trigger;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/**
 * Pieces of an order that its customer sends back. It is immutable: each decision answers the
 * return as it is then, together with what happened. All returns of an order are decided under the
 * lock of the order's row.
 *
 * @param price what the pieces were sold for
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Return(
    ReturnId id,
    OrderId orderId,
    Pieces pieces,
    Money price,
    Reason reason,
    ReturnState state,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /**
   * A wish to send pieces back.
   *
   * @param delivered the pieces that arrived
   * @param others the returns of the order so far
   * @throws org.orders.domain.order.UnknownItem when the order has no such line
   * @throws ReturnExceedsDelivery when they are more than arrived and are not on their way back
   */
  public static ReturnDecision request(
      ReturnId id,
      Order order,
      Pieces pieces,
      Pieces delivered,
      List<Return> others,
      Reason reason,
      Instant at) {
    order.lines().requireKnown(pieces);
    Pieces left = returnable(delivered, others);
    if (!pieces.fitsInto(left)) {
      throw new ReturnExceedsDelivery(left);
    }
    Return requested =
        new Return(
            id,
            order.id(),
            pieces,
            order.lines().price(pieces),
            reason,
            new ReturnState.Requested(),
            at,
            at,
            0);
    return new ReturnDecision(requested, List.of(new ReturnEvent(at, ReturnStatus.REQUESTED)));
  }

  /** The pieces that arrived and are not on their way back, nor back. */
  public static Pieces returnable(Pieces delivered, List<Return> returns) {
    return delivered.minus(
        Pieces.sum(
            returns.stream()
                .filter(it -> it.status() != ReturnStatus.REJECTED)
                .map(Return::pieces)
                .toList()));
  }

  /**
   * The return moved on by the trigger; what is so already changes nothing.
   *
   * @throws IllegalReturnTransition when the state machine has no such transition
   */
  public ReturnDecision on(Trigger trigger, Instant at) {
    return switch (ReturnState.decide(state, trigger)) {
      case Outcome.Stays() -> new ReturnDecision(this, List.of());
      case Outcome.Refused(var from, var to) -> throw new IllegalReturnTransition(from, to);
      case Outcome.Moved(var to) ->
          new ReturnDecision(
              new Return(id, orderId, pieces, price, reason, to, createdAt, at, version),
              List.of(new ReturnEvent(at, to.status())));
    };
  }

  /** The money that goes back for it, or would. */
  public Money refund() {
    return state instanceof ReturnState.Received(_, var refunded) ? refunded : price;
  }

  public ReturnStatus status() {
    return state.status();
  }
}
