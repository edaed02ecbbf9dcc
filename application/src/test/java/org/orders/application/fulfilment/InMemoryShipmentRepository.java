package org.orders.application.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentEvent;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.ConcurrentChange;

/** Shipments in memory. */
public final class InMemoryShipmentRepository implements ShipmentRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<ShipmentId, Shipment> shipments;
  private final InMemoryTable<ShipmentId, LabelDocument> labels;
  private final InMemoryTable<ShipmentId, List<ShipmentEvent>> outbox;

  public InMemoryShipmentRepository(InMemoryDatabase database) {
    this.database = database;
    this.shipments = database.table("shipments");
    this.labels = database.table("labels");
    this.outbox = database.table("shipmentEvents");
  }

  @Override
  public Optional<Shipment> find(ShipmentId id) {
    return shipments.find(id);
  }

  @Override
  public List<Shipment> ofOrder(OrderId order) {
    return shipments.values().stream().filter(it -> it.orderId().equals(order)).toList();
  }

  @Override
  public Optional<Shipment> findByTracking(String carrier, TrackingNumber number) {
    return shipments.values().stream()
        .filter(it -> it.carrier().equals(carrier) && number.equals(it.trackingNumber()))
        .reduce((earlier, later) -> later);
  }

  @Override
  public Optional<LabelDocument> label(ShipmentId id) {
    return labels.find(id);
  }

  /** What was written to the outbox about the shipment. */
  public List<ShipmentEvent> events(ShipmentId shipment) {
    return outbox.find(shipment).orElse(List.of());
  }

  @Override
  public void add(ShipmentDecision decision) {
    database.run(
        () -> {
          shipments.put(decision.shipment().id(), decision.shipment());
          putTheRest(decision);
        });
  }

  @Override
  public void save(ShipmentDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Shipment shipment = decision.shipment();
    database.run(
        () -> {
          boolean present =
              shipments
                  .lock(shipment.id())
                  .filter(it -> it.version() == shipment.version())
                  .isPresent();
          if (!present) {
            throw new ConcurrentChange();
          }
          shipments.put(shipment.id(), counted(shipment));
          putTheRest(decision);
        });
  }

  private void putTheRest(ShipmentDecision decision) {
    ShipmentId id = decision.shipment().id();
    LabelDocument label = decision.label();
    if (label != null) {
      labels.put(id, label);
    }
    List<ShipmentEvent> events = new ArrayList<>(events(id));
    events.addAll(decision.events());
    outbox.put(id, List.copyOf(events));
  }

  private static Shipment counted(Shipment shipment) {
    return new Shipment(
        shipment.id(),
        shipment.orderId(),
        shipment.pieces(),
        shipment.carrier(),
        shipment.service(),
        shipment.state(),
        shipment.createdAt(),
        shipment.updatedAt(),
        shipment.version() + 1);
  }
}
