package org.orders.contractkit.fulfilment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.TrackingNumber;

/**
 * A carrier under test with everything around it that a test needs: the books on the carrier's own
 * side, the weather between it and us, and its pen for signing events. A new one for each test.
 *
 * <p>It does not deliver to {@link Counter#NOWHERE} and has no service {@link Counter#NO_SERVICE}.
 */
public interface CarrierBench extends AutoCloseable {

  ShippingCarrier carrier();

  CarrierBooks books();

  /** Disturbs the next call of that kind, once; calls after it are undisturbed. */
  void disturb(Call call, Fault fault, Deed deed);

  /** A delivery that tells one thing, as the carrier itself would sign it at that time. */
  Signed sign(Told told, Instant signedAt);

  /** Keys and passwords that must not be seen anywhere. */
  Set<String> secrets();

  @Override
  default void close() {}

  /** What is disturbed. */
  enum Call {
    PREPARE,
    BUY,
    LOOK_UP,
    VOID
  }

  /**
   * What a carrier tells.
   *
   * @param id its own name for this telling
   * @param at when it happened
   */
  record Told(String id, TrackingNumber tracking, ParcelStatus status, Instant at) {}

  /** A delivery before it is read. */
  record Signed(Map<String, String> headers, String body) {

    public EventsDelivery delivery() {
      return new EventsDelivery(headers, body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
