package org.orders.domain.fulfilment;

import java.util.List;
import java.util.Optional;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.TrackingNumber;

/** Where shipments are kept. All methods take part in the caller's transaction. */
public interface ShipmentRepository {

  Optional<Shipment> find(ShipmentId id);

  /** All shipments of the order, oldest first. */
  List<Shipment> ofOrder(OrderId order);

  /** The shipment that the carrier knows by this number, where it is one of ours. */
  Optional<Shipment> findByTracking(String carrier, TrackingNumber number);

  /** The label of the shipment, where a carrier made one that was not given back. */
  Optional<LabelDocument> label(ShipmentId id);

  /** Adds a shipment, with what happened for the outbox. */
  void add(ShipmentDecision decision);

  /**
   * Replaces the shipment, whose version is still the one that was read, and counts it on; keeps
   * its label and writes what happened to the outbox. A decision that changes nothing writes
   * nothing.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(ShipmentDecision decision);
}
