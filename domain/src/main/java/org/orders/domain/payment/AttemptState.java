package org.orders.domain.payment;

import java.time.Instant;

/**
 * The state machine of one attempt to take money through a gateway: the states with the facts that
 * exist only there, the triggers, and the table of what leads where. Not to know what happened is a
 * state: whatever was {@link Sent} stays so until somebody has asked, and a time-out is never a
 * decline.
 */
public sealed interface AttemptState {

  /** Decided and kept; the gateway has heard nothing of it. */
  record Created() implements AttemptState {}

  /** The gateway has a name for it, and has moved nothing. */
  record Prepared(GatewayReference reference) implements AttemptState {}

  /** The gateway may have been asked for the money; what it did is unknown until it is recorded. */
  record Sent(GatewayReference reference, Instant firstSentAt) implements AttemptState {}

  /** The money was taken. */
  record Captured(GatewayReference reference, Instant capturedAt) implements AttemptState {}

  /** The gateway did not take it, and never will. */
  record Declined(Instant declinedAt, DeclineReason reason) implements AttemptState {}

  /** Given up: the gateway was not asked, or has promised not to take the money any more. */
  record Voided(Instant voidedAt) implements AttemptState {}

  /** What may move an attempt on. */
  sealed interface Trigger {

    /** The gateway has given it a name. */
    record Prepare(GatewayReference reference) implements Trigger {}

    /** The gateway is about to be asked for the money. */
    record Send(Instant at) implements Trigger {}

    /** The gateway has taken the money. */
    record Capture(Instant at) implements Trigger {}

    /** The gateway has not taken it and never will. */
    record Decline(Instant at, DeclineReason reason) implements Trigger {}

    /** Nobody wants it any more. */
    record GiveUp(Instant at) implements Trigger {}

    /** The gateway has closed it with nothing taken, and will take nothing. */
    record Close(Instant at) implements Trigger {}
  }

  /** What a trigger does to a state. */
  sealed interface Outcome {

    /** The attempt is in the new state now. */
    record Moved(AttemptState to) implements Outcome {}

    /** It is so already, or it comes too late to matter: repeats are harmless. */
    record Stays() implements Outcome {}

    /** It cannot have happened; somebody has left out a step. */
    record Impossible() implements Outcome {}
  }

  /** The transition table. */
  static Outcome decide(AttemptState state, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Prepare(var reference) ->
          switch (state) {
            case Created() -> moved(new Prepared(reference));
            case Prepared _, Sent _, Captured _, Declined _, Voided _ -> stays();
          };
      case Trigger.Send(var at) ->
          switch (state) {
            case Created() -> impossible();
            case Prepared(var reference) -> moved(new Sent(reference, at));
            // Sent again under the same key: the first time counts for how long the key is good.
            case Sent _, Captured _, Declined _, Voided _ -> stays();
          };
      case Trigger.Capture(var at) ->
          switch (state) {
            case Sent(var reference, _) -> moved(new Captured(reference, at));
            case Captured _ -> stays();
            case Created _, Prepared _, Declined _, Voided _ -> impossible();
          };
      case Trigger.Decline(var at, var reason) ->
          switch (state) {
            case Created _, Prepared _, Sent _ -> moved(new Declined(at, reason));
            case Captured _, Declined _, Voided _ -> stays();
          };
      case Trigger.GiveUp(var at) ->
          switch (state) {
            case Created _, Prepared _ -> moved(new Voided(at));
            // What may have been taken stays open until that is known, and goes back then.
            case Sent _, Captured _, Declined _, Voided _ -> stays();
          };
      case Trigger.Close(var at) ->
          switch (state) {
            case Created _, Prepared _, Sent _ -> moved(new Voided(at));
            case Captured _, Declined _, Voided _ -> stays();
          };
    };
  }

  private static Outcome moved(AttemptState to) {
    return new Outcome.Moved(to);
  }

  private static Outcome stays() {
    return new Outcome.Stays();
  }

  private static Outcome impossible() {
    return new Outcome.Impossible();
  }

  /** Whether it may still take money. */
  default boolean isOpen() {
    return switch (this) {
      case Created _, Prepared _, Sent _ -> true;
      case Captured _, Declined _, Voided _ -> false;
    };
  }
}
