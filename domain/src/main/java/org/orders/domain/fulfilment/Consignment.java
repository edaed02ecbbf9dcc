package org.orders.domain.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.TrackingNumber;

/**
 * What is known of a shipment from the moment it is the carrier's.
 *
 * @param reference the carrier's name for the label; nothing where it was handed over by hand
 * @param trackingNumber nothing where it was handed over by hand and nobody said one
 * @param shippedAt when its pieces counted as gone
 * @param estimatedDelivery when the carrier thought it would arrive
 */
public record Consignment(
    @Nullable CarrierReference reference,
    @Nullable TrackingNumber trackingNumber,
    Instant shippedAt,
    @Nullable Instant estimatedDelivery) {}
