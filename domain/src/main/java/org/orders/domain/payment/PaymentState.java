package org.orders.domain.payment;

import java.time.Instant;

/**
 * The payment state machine, as far as payments on invoice need it: the states with the facts that
 * exist only there, the triggers, and the table of what leads where.
 */
public sealed interface PaymentState {

  /** Promised; the goods may go. */
  record Authorized(Instant authorizedAt) implements PaymentState {}

  /** The money is here. */
  record Captured(Instant capturedAt) implements PaymentState {}

  /** Given up before any money came. */
  record Voided(Instant voidedAt) implements PaymentState {}

  /** What may move a payment on. */
  sealed interface Trigger {

    /** The shop trusts the customer to pay later. */
    record Authorize(Instant at) implements Trigger {}

    /** The money came in. */
    record Capture(Instant at) implements Trigger {}

    /** The order is given up. */
    record Release(Instant at) implements Trigger {}
  }

  /** What a trigger does to a state. */
  sealed interface Outcome {

    /** The payment is in the new state now. */
    record Moved(PaymentState to) implements Outcome {}

    /** What the trigger asks for is so already, or cannot matter any more. */
    record Stays() implements Outcome {}

    /** The table has no such transition. */
    record Refused(PaymentStatus from, PaymentStatus to) implements Outcome {}
  }

  /** The transition table. */
  static Outcome decide(PaymentState state, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Authorize(var at) ->
          switch (state) {
            case Voided _ -> new Outcome.Moved(new Authorized(at));
            case Authorized _, Captured _ ->
                new Outcome.Refused(state.status(), PaymentStatus.AUTHORIZED);
          };
      case Trigger.Capture(var at) ->
          switch (state) {
            case Authorized _ -> new Outcome.Moved(new Captured(at));
            case Captured _ -> new Outcome.Stays();
            case Voided _ -> new Outcome.Refused(state.status(), PaymentStatus.CAPTURED);
          };
      case Trigger.Release(var at) ->
          switch (state) {
            case Authorized _ -> new Outcome.Moved(new Voided(at));
            // Money that came in stays until somebody records its repayment.
            case Captured _, Voided _ -> new Outcome.Stays();
          };
    };
  }

  /** The name under which callers know this state. */
  default PaymentStatus status() {
    return switch (this) {
      case Authorized _ -> PaymentStatus.AUTHORIZED;
      case Captured _ -> PaymentStatus.CAPTURED;
      case Voided _ -> PaymentStatus.VOIDED;
    };
  }
}
