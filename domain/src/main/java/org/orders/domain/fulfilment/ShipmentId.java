package org.orders.domain.fulfilment;

import java.util.UUID;

/**
 * A shipment's id, and its key at the carrier: however often a label is asked for, one is bought.
 */
public record ShipmentId(UUID value) {}
