package org.orders.domain.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one shipment: the states with the facts that exist only there, the triggers,
 * and the table of what leads where. Not to know whether there is a label is a state: whatever was
 * {@link Asked} stays so until somebody has asked again, also when it is not wanted any more.
 *
 * <p>What a carrier reports only ever leads on: on its way, failed, delivered, returned. Hence the
 * same reports lead to the same state in whatever order they come.
 */
public sealed interface ShipmentState {

  /** Decided and kept; the carrier has heard nothing of it. */
  record Created() implements ShipmentState {}

  /**
   * The carrier has a name for it and may have made a label; what it did is unknown until it is
   * recorded.
   */
  record Asked(CarrierReference reference, Instant askedAt) implements ShipmentState {}

  /**
   * The carrier made no label, and says why; it may be asked again.
   *
   * @param reference under which name a label may turn up after all, because somebody who was slow
   *     may still ask under it; nothing where the carrier never had one
   */
  record Refused(Instant refusedAt, LabelRefusal reason, @Nullable CarrierReference reference)
      implements ShipmentState {}

  /** It has a label and counts as gone. */
  record Labelled(Consignment consignment) implements ShipmentState {}

  /** The carrier has it, or somebody else who brings it. */
  record InTransit(Consignment consignment, Instant since) implements ShipmentState {}

  /** The carrier could not deliver it. */
  record Failed(Consignment consignment, Instant failedAt) implements ShipmentState {}

  /** It arrived. */
  record Delivered(Consignment consignment, Instant deliveredAt) implements ShipmentState {}

  /** It went back to its sender. */
  record Returned(Consignment consignment, Instant returnedAt) implements ShipmentState {}

  /** Given up; there may be a label, which is to be given back. */
  record Abandoned(CarrierReference reference, Instant abandonedAt) implements ShipmentState {}

  /**
   * Given up.
   *
   * @param doubtful under which name a label may turn up after all, because the carrier cannot be
   *     told never to make one; nothing where there is and will be none
   */
  record Voided(Instant voidedAt, @Nullable CarrierReference doubtful) implements ShipmentState {}

  /** What may move a shipment on. */
  sealed interface Trigger {

    /** The carrier is about to be asked for a label under this name. */
    record Ask(CarrierReference reference, Instant at) implements Trigger {}

    /** The carrier makes no label for it as it is. */
    record Refuse(Instant at, LabelRefusal reason) implements Trigger {}

    /** The carrier made a label. */
    record Label(CarrierReference reference, Consignment consignment) implements Trigger {}

    /** The carrier has it. */
    record Move(Instant at) implements Trigger {}

    /** The carrier could not deliver it. */
    record Fail(Instant at) implements Trigger {}

    /** It arrived. */
    record Deliver(Instant at) implements Trigger {}

    /** It went back. */
    record Return(Instant at) implements Trigger {}

    /** Nobody wants it any more. */
    record GiveUp(Instant at) implements Trigger {}

    /**
     * There is no label any more.
     *
     * @param forGood whether the carrier has promised to make none
     */
    record Close(Instant at, boolean forGood) implements Trigger {}
  }

  /** What a trigger does to a state. */
  sealed interface Outcome {

    /** The shipment is in the new state now. */
    record Moved(ShipmentState to) implements Outcome {}

    /** It is so already, or it comes too late to matter: repeats are harmless. */
    record Stays() implements Outcome {}

    /** It cannot be. */
    record Refused() implements Outcome {}
  }

  /** The transition table. */
  static Outcome decide(ShipmentState state, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Ask(var reference, var at) ->
          switch (state) {
            case Created _, Refused _ -> moved(new Asked(reference, at));
            case Asked _, Abandoned _, Voided _ -> stays();
            case Labelled _, InTransit _, Failed _, Delivered _, Returned _ -> stays();
          };
      case Trigger.Refuse(var at, var reason) ->
          switch (state) {
            case Created _ -> moved(new Refused(at, reason, null));
            case Asked(var reference, _) -> moved(new Refused(at, reason, reference));
            case Abandoned(var reference, _) -> moved(new Voided(at, reference));
            case Refused _, Voided _ -> stays();
            case Labelled _, InTransit _, Failed _, Delivered _, Returned _ -> stays();
          };
      case Trigger.Label(var reference, var consignment) ->
          switch (state) {
            case Asked(var own, _) when reference.equals(own) -> moved(new Labelled(consignment));
            // Somebody who slept has asked once more, and was not refused.
            case Refused(_, _, var own) when reference.equals(own) ->
                moved(new Labelled(consignment));
            // Somebody who slept has asked after all, when it was closed already.
            case Voided(_, var doubtful) when reference.equals(doubtful) ->
                moved(new Abandoned(reference, consignment.shippedAt()));
            case Abandoned _, Voided _ -> stays();
            case Labelled _, InTransit _, Failed _, Delivered _, Returned _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
          };
      case Trigger.Move(var at) ->
          switch (state) {
            case Labelled(var consignment) -> moved(new InTransit(consignment, at));
            case InTransit _, Failed _, Delivered _, Returned _, Abandoned _, Voided _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
          };
      case Trigger.Fail(var at) ->
          switch (state) {
            case Labelled(var consignment) -> moved(new Failed(consignment, at));
            case InTransit(var consignment, _) -> moved(new Failed(consignment, at));
            case Failed _, Delivered _, Returned _, Abandoned _, Voided _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
          };
      case Trigger.Deliver(var at) ->
          switch (state) {
            case Labelled(var consignment) -> moved(new Delivered(consignment, at));
            case InTransit(var consignment, _) -> moved(new Delivered(consignment, at));
            case Failed(var consignment, _) -> moved(new Delivered(consignment, at));
            case Delivered _, Returned _, Abandoned _, Voided _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
          };
      case Trigger.Return(var at) ->
          switch (state) {
            case Labelled(var consignment) -> moved(new Returned(consignment, at));
            case InTransit(var consignment, _) -> moved(new Returned(consignment, at));
            case Failed(var consignment, _) -> moved(new Returned(consignment, at));
            case Delivered(var consignment, _) -> moved(new Returned(consignment, at));
            case Returned _, Abandoned _, Voided _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
          };
      case Trigger.GiveUp(var at) ->
          switch (state) {
            case Created _ -> moved(new Voided(at, null));
            case Refused(_, _, var doubtful) -> moved(new Voided(at, doubtful));
            // What may have a label stays open until it is given back.
            case Asked(var reference, _) -> moved(new Abandoned(reference, at));
            case Abandoned _, Voided _ -> stays();
            case Labelled _, InTransit _, Failed _, Delivered _, Returned _ -> refused();
          };
      case Trigger.Close(var at, var forGood) ->
          switch (state) {
            case Abandoned(var reference, _) -> moved(new Voided(at, forGood ? null : reference));
            case Voided _ -> stays();
            case Created _, Asked _, Refused _ -> refused();
            case Labelled _, InTransit _, Failed _, Delivered _, Returned _ -> refused();
          };
    };
  }

  private static Outcome moved(ShipmentState to) {
    return new Outcome.Moved(to);
  }

  private static Outcome stays() {
    return new Outcome.Stays();
  }

  private static Outcome refused() {
    return new Outcome.Refused();
  }

  /** The name under which callers know this state. */
  default ShipmentStatus status() {
    return switch (this) {
      case Created _, Asked _ -> ShipmentStatus.CREATED;
      case Labelled _ -> ShipmentStatus.LABELLED;
      case InTransit _ -> ShipmentStatus.IN_TRANSIT;
      case Delivered _ -> ShipmentStatus.DELIVERED;
      case Refused _, Failed _ -> ShipmentStatus.FAILED;
      case Returned _ -> ShipmentStatus.RETURNED;
      case Abandoned _, Voided _ -> ShipmentStatus.VOIDED;
    };
  }

  /** What is known since it is the carrier's; nothing before, and where it was given up. */
  default @Nullable Consignment departed() {
    return switch (this) {
      case Labelled(var consignment) -> consignment;
      case InTransit(var consignment, _) -> consignment;
      case Failed(var consignment, _) -> consignment;
      case Delivered(var consignment, _) -> consignment;
      case Returned(var consignment, _) -> consignment;
      case Created _, Asked _, Refused _, Abandoned _, Voided _ -> null;
    };
  }

  /** The carrier's name for the label that there is or may be; nothing where there is none. */
  default @Nullable CarrierReference reference() {
    return switch (this) {
      case Created _ -> null;
      case Asked(var reference, _) -> reference;
      case Refused(_, _, var reference) -> reference;
      case Abandoned(var reference, _) -> reference;
      case Voided(_, var doubtful) -> doubtful;
      case Labelled(var consignment) -> consignment.reference();
      case InTransit(var consignment, _) -> consignment.reference();
      case Failed(var consignment, _) -> consignment.reference();
      case Delivered(var consignment, _) -> consignment.reference();
      case Returned(var consignment, _) -> consignment.reference();
    };
  }

  /** Whether it still waits for its label. */
  default boolean isOpen() {
    return switch (this) {
      case Created _, Asked _, Refused _ -> true;
      case Labelled _, InTransit _, Failed _, Delivered _, Returned _, Abandoned _, Voided _ ->
          false;
    };
  }
}
