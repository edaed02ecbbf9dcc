package org.orders.domain.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order state machine: the states with the facts that exist only there, the triggers, and the
 * one table of what leads where. Everything that is not in the table is refused.
 */
public sealed interface OrderState {

  /** Waits for payment; lapses when none comes until {@code expiresAt}. */
  record Pending(Instant expiresAt) implements OrderState {}

  /** Paid, or payable later. */
  record Confirmed(Instant confirmedAt) implements OrderState {}

  /** Fulfilment began. */
  record Processing(Instant confirmedAt, Instant startedAt) implements OrderState {}

  /** All of it left the house. */
  record Shipped(Instant confirmedAt, Instant shippedAt, @Nullable TrackingNumber tracking)
      implements OrderState {}

  /** All of it arrived. */
  record Delivered(
      Instant confirmedAt,
      Instant shippedAt,
      @Nullable TrackingNumber tracking,
      Instant deliveredAt)
      implements OrderState {}

  /** Will not be delivered; its stock is back. */
  record Cancelled(Instant cancelledAt) implements OrderState {}

  /** What may move an order on. */
  sealed interface Trigger {

    /** It was paid, or may be paid later. */
    record Confirm(Instant at) implements Trigger {}

    /** Somebody starts to pack it. */
    record BeginFulfilment(Instant at) implements Trigger {}

    /** The last of it was handed over. */
    record Ship(Instant at, @Nullable TrackingNumber tracking) implements Trigger {}

    /** The last of it arrived. */
    record Deliver(Instant at) implements Trigger {}

    /** Somebody does not want it any more. */
    record Cancel(Instant at) implements Trigger {}

    /** Its time to be paid may be over. */
    record Expire(Instant at) implements Trigger {}
  }

  /** What a trigger does to a state. */
  sealed interface Outcome {

    /** The order is in the new state now. */
    record Moved(OrderState to) implements Outcome {}

    /** What the trigger asks for is so already; nothing happens, and that is well. */
    record Stays() implements Outcome {}

    /** The table has no such transition. */
    record Refused(OrderStatus from, OrderStatus to) implements Outcome {}
  }

  /** The transition table. */
  static Outcome decide(OrderState state, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Confirm(var at) ->
          switch (state) {
            case Pending _ -> moved(new Confirmed(at));
            case Confirmed _, Processing _, Shipped _, Delivered _, Cancelled _ ->
                refused(state, OrderStatus.CONFIRMED);
          };
      case Trigger.BeginFulfilment(var at) ->
          switch (state) {
            case Confirmed(var confirmedAt) -> moved(new Processing(confirmedAt, at));
            case Pending _, Processing _, Shipped _, Delivered _, Cancelled _ ->
                refused(state, OrderStatus.PROCESSING);
          };
      case Trigger.Ship(var at, var tracking) ->
          switch (state) {
            case Processing(var confirmedAt, _) -> moved(new Shipped(confirmedAt, at, tracking));
            case Pending _, Confirmed _, Shipped _, Delivered _, Cancelled _ ->
                refused(state, OrderStatus.SHIPPED);
          };
      case Trigger.Deliver(var at) ->
          switch (state) {
            case Shipped(var confirmedAt, var shippedAt, var tracking) ->
                moved(new Delivered(confirmedAt, shippedAt, tracking, at));
            case Pending _, Confirmed _, Processing _, Delivered _, Cancelled _ ->
                refused(state, OrderStatus.DELIVERED);
          };
      case Trigger.Cancel(var at) ->
          switch (state) {
            case Pending _, Confirmed _, Processing _ -> moved(new Cancelled(at));
            case Cancelled _ -> new Outcome.Stays();
            case Shipped _, Delivered _ -> refused(state, OrderStatus.CANCELLED);
          };
      case Trigger.Expire(var at) ->
          switch (state) {
            case Pending(var expiresAt) ->
                at.isBefore(expiresAt) ? new Outcome.Stays() : moved(new Cancelled(at));
            // Paid, shipped or cancelled in the meantime: there is nothing left that could lapse.
            case Confirmed _, Processing _, Shipped _, Delivered _, Cancelled _ ->
                new Outcome.Stays();
          };
    };
  }

  private static Outcome moved(OrderState to) {
    return new Outcome.Moved(to);
  }

  private static Outcome refused(OrderState from, OrderStatus to) {
    return new Outcome.Refused(from.status(), to);
  }

  /** The name under which callers know this state. */
  default OrderStatus status() {
    return switch (this) {
      case Pending _ -> OrderStatus.PENDING;
      case Confirmed _ -> OrderStatus.CONFIRMED;
      case Processing _ -> OrderStatus.PROCESSING;
      case Shipped _ -> OrderStatus.SHIPPED;
      case Delivered _ -> OrderStatus.DELIVERED;
      case Cancelled _ -> OrderStatus.CANCELLED;
    };
  }

  /** What the carrier calls what left last; nothing before, and where nobody said. */
  default @Nullable TrackingNumber trackingNumber() {
    return switch (this) {
      case Shipped(_, _, var tracking) -> tracking;
      case Delivered(_, _, var tracking, _) -> tracking;
      case Pending _, Confirmed _, Processing _, Cancelled _ -> null;
    };
  }

  /** Whether the order still holds its pieces in stock. */
  default boolean holdsStock() {
    return switch (this) {
      case Pending _, Confirmed _, Processing _ -> true;
      case Shipped _, Delivered _, Cancelled _ -> false;
    };
  }
}
