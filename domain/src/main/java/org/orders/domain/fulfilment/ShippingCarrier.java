package org.orders.domain.fulfilment;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who takes parcels to customers, by whatever protocol. No method is ever called inside a
 * transaction. None throws for what happens on the way: time-outs, broken connections, server
 * errors and garbage are outcomes ({@code Unknown}, {@code Unavailable}), never refusals. Where
 * nothing was sent at all, because a breaker is open say, they throw {@link CarrierUnavailable};
 * the same call may be made later.
 *
 * <p>How no shipment gets two labels, whatever crashes:
 *
 * <ol>
 *   <li>{@link #prepare} it, commit the reference, {@link #buyLabel}, commit the outcome. A
 *       reference that was not committed is never bought.
 *   <li>Whoever finds a committed reference without an outcome may simply buy again: the carrier
 *       sells one label for a reference. Or ask, which changes nothing: {@link #lookUp}.
 *   <li>A label that nobody wants any more is voided under the same reference, and so is one of
 *       which nobody knows whether it was bought.
 *   <li>{@code Unknown} always means to ask again later, and nothing else.
 * </ol>
 *
 * Implementations are safe for use by many threads at once and end every call within a bounded
 * time.
 */
public interface ShippingCarrier {

  /** How far the time in the signature of events may be from ours. */
  Duration EVENTS_TOLERANCE = Duration.ofMinutes(5);

  /** The carrier's name in configuration, in the path of its events and beside each shipment. */
  String name();

  /**
   * How long after we sent it a request may still take effect at the carrier. What was not bought
   * by then never will be.
   */
  Duration inFlight();

  /** Announces a parcel. Buys nothing. Repeated, it may answer another reference. */
  LabelPreparation prepare(LabelRequest request);

  /** Buys the label, once for a reference, however often and in parallel it is called. */
  LabelOutcome buyLabel(LabelRequest request, CarrierReference reference);

  /** Asks what became of the label. Changes nothing. */
  LabelOutcome lookUp(LabelRequest request, CarrierReference reference);

  /** Makes the label void, so that nobody pays for it or sends a parcel with it. */
  VoidOutcome voidLabel(LabelRequest request, CarrierReference reference);

  /** Proves a delivery by its signature and reads what it tells. Changes nothing. */
  EventsReading readEvents(EventsDelivery delivery, Instant now);
}
