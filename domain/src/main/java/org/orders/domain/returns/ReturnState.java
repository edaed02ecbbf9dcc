package org.orders.domain.returns;

import java.time.Instant;
import org.orders.domain.shared.Money;

/**
 * The state machine of a return: the states with the facts that exist only there, the triggers, and
 * the table of what leads where. Everything that is not in the table is refused.
 */
public sealed interface ReturnState {

  /** The customer wants to send something back. */
  record Requested() implements ReturnState {}

  /** The shop will take it. */
  record Approved(Instant approvedAt) implements ReturnState {}

  /**
   * The shop has it again.
   *
   * @param refunded the money that goes back for it
   */
  record Received(Instant receivedAt, Money refunded) implements ReturnState {}

  /** The shop does not take it. */
  record Rejected(Instant rejectedAt) implements ReturnState {}

  /** What may move a return on. */
  sealed interface Trigger {

    /** The shop says that it will take it. */
    record Approve(Instant at) implements Trigger {}

    /** It came. */
    record Receive(Instant at, Money refunded) implements Trigger {}

    /** The shop says that it does not take it. */
    record Reject(Instant at) implements Trigger {}
  }

  /** What a trigger does to a state. */
  sealed interface Outcome {

    /** The return is in the new state now. */
    record Moved(ReturnState to) implements Outcome {}

    /** It is so already; nothing happens, and that is well. */
    record Stays() implements Outcome {}

    /** The table has no such transition. */
    record Refused(ReturnStatus from, ReturnStatus to) implements Outcome {}
  }

  /** The transition table. */
  static Outcome decide(ReturnState state, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Approve(var at) ->
          switch (state) {
            case Requested _ -> new Outcome.Moved(new Approved(at));
            case Approved _ -> new Outcome.Stays();
            case Received _, Rejected _ ->
                new Outcome.Refused(state.status(), ReturnStatus.APPROVED);
          };
      case Trigger.Receive(var at, var refunded) ->
          switch (state) {
            case Approved _ -> new Outcome.Moved(new Received(at, refunded));
            case Received _ -> new Outcome.Stays();
            case Requested _, Rejected _ ->
                new Outcome.Refused(state.status(), ReturnStatus.RECEIVED);
          };
      case Trigger.Reject(var at) ->
          switch (state) {
            case Requested _, Approved _ -> new Outcome.Moved(new Rejected(at));
            case Rejected _ -> new Outcome.Stays();
            case Received _ -> new Outcome.Refused(state.status(), ReturnStatus.REJECTED);
          };
    };
  }

  /** The name under which callers know this state. */
  default ReturnStatus status() {
    return switch (this) {
      case Requested _ -> ReturnStatus.REQUESTED;
      case Approved _ -> ReturnStatus.APPROVED;
      case Received _ -> ReturnStatus.RECEIVED;
      case Rejected _ -> ReturnStatus.REJECTED;
    };
  }
}
