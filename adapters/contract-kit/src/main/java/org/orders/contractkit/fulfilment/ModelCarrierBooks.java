package org.orders.contractkit.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.TrackingNumber;

/** The books of the carrier in memory: a shipment has one label, until it is void. */
public final class ModelCarrierBooks implements CarrierBooks {

  private final Map<ShipmentId, List<Sold>> sold = new HashMap<>();
  private final Set<ShipmentId> givenUp = new HashSet<>();
  private int serial;

  /** Sells a label where none was sold and nothing given up; nothing where there is none to use. */
  synchronized Optional<TrackingNumber> sell(ShipmentId shipment) {
    if (givenUp.contains(shipment)) {
      return Optional.empty();
    }
    if (labels(shipment).isEmpty()) {
      book(shipment);
    }
    return find(shipment);
  }

  /** Sells a label, whatever was before. */
  synchronized TrackingNumber book(ShipmentId shipment) {
    serial++;
    TrackingNumber tracking = new TrackingNumber("MODEL-" + System.identityHashCode(this) + serial);
    sold.computeIfAbsent(shipment, _ -> new ArrayList<>()).add(new Sold(tracking, 0));
    return tracking;
  }

  /** The label that can be used. */
  synchronized Optional<TrackingNumber> find(ShipmentId shipment) {
    return labels(shipment).stream()
        .filter(label -> label.voidings() == 0)
        .map(Sold::tracking)
        .findFirst();
  }

  synchronized boolean isGivenUp(ShipmentId shipment) {
    return givenUp.contains(shipment);
  }

  /** Makes what was sold void, once, and sells nothing any more. */
  synchronized void giveUp(ShipmentId shipment) {
    if (givenUp.add(shipment)) {
      bookVoid(shipment);
    }
  }

  /** Books that the labels are void, whatever was before. */
  synchronized void bookVoid(ShipmentId shipment) {
    sold.computeIfPresent(
        shipment,
        (_, labels) ->
            new ArrayList<>(
                labels.stream()
                    .map(label -> new Sold(label.tracking(), label.voidings() + 1))
                    .toList()));
  }

  @Override
  public synchronized List<Sold> labels(ShipmentId shipment) {
    return List.copyOf(sold.getOrDefault(shipment, List.of()));
  }
}
