package org.orders.domain.fulfilment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.Pieces;

/**
 * All shipments of one order together, and what of its lines they cover.
 *
 * @param shipments oldest first
 */
public record Fulfilment(OrderLines lines, List<Shipment> shipments) {

  public Fulfilment {
    shipments = List.copyOf(shipments);
  }

  /** What no shipment carries or is going to carry. */
  public Pieces left() {
    return lines.pieces().minus(pieces(shipment -> !shipment.isVoided()));
  }

  /** What has left the house. */
  public Pieces shipped() {
    return pieces(Shipment::hasLeft);
  }

  /** What has not left the house. */
  public Pieces unshipped() {
    return lines.pieces().minus(shipped());
  }

  /** What arrived. */
  public Pieces delivered() {
    return pieces(Shipment::isDelivered);
  }

  /** Whether a part has left the house. */
  public boolean isShippedInPart() {
    return shipments.stream().anyMatch(Shipment::hasLeft);
  }

  /** Whether all has left the house, and all of that arrived. */
  public boolean isDelivered() {
    return lines.pieces().fitsInto(delivered());
  }

  /** The shipments that wait for a label. */
  public List<Shipment> open() {
    return shipments.stream().filter(shipment -> shipment.state().isOpen()).toList();
  }

  /** The same, but first those for which no label was made, and the latest before earlier ones. */
  public List<Shipment> openMostPressingFirst() {
    return open().reversed().stream()
        .sorted(Comparator.comparing(shipment -> !shipment.isRefused()))
        .toList();
  }

  /** The shipments that left and may still arrive. */
  public List<Shipment> underWay() {
    return shipments.stream()
        .filter(shipment -> shipment.hasLeft() && !shipment.isDelivered())
        .filter(shipment -> !(shipment.state() instanceof ShipmentState.Returned))
        .toList();
  }

  /**
   * The shipment that a wish asks for once more, where it asks for nothing new.
   *
   * @param pieces what is wished for; nothing for all that is left
   * @param carrier the wished carrier; nothing for whichever
   * @param service likewise
   */
  public Optional<Shipment> repeated(
      @Nullable Pieces pieces, @Nullable String carrier, @Nullable ServiceName service) {
    if (pieces == null && !left().isEmpty()) {
      return Optional.empty();
    }
    return latest(
        shipment ->
            !shipment.isVoided()
                && !shipment.isByHand()
                && (pieces == null || pieces.equals(shipment.pieces()))
                && shipment.goesBy(carrier, service));
  }

  /** The shipment of just these pieces for which no label was made; the latest of several. */
  public Optional<Shipment> refused(Pieces pieces) {
    return latest(shipment -> shipment.isRefused() && pieces.equals(shipment.pieces()));
  }

  /** The shipment of just these pieces that another carrier may have; the latest of several. */
  public Optional<Shipment> changeable(Pieces pieces) {
    return latest(shipment -> shipment.canChangeCarrier() && pieces.equals(shipment.pieces()));
  }

  /** The latest shipment that has left; nothing before. */
  public Optional<Shipment> latestShipped() {
    return latest(Shipment::hasLeft);
  }

  public Optional<Shipment> find(ShipmentId id) {
    return latest(shipment -> shipment.id().equals(id));
  }

  private Optional<Shipment> latest(Predicate<Shipment> condition) {
    return shipments.reversed().stream().filter(condition).findFirst();
  }

  private Pieces pieces(Predicate<Shipment> condition) {
    return Pieces.sum(shipments.stream().filter(condition).map(Shipment::pieces).toList());
  }
}
