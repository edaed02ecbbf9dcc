package org.orders.domain.fulfilment;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The carriers of this house by name, and the one that takes parcels where none is named. */
public final class ShippingCarriers {

  private final Map<String, ShippingCarrier> byName = new TreeMap<>();
  private final ShippingCarrier usual;

  /**
   * @param usual the name of the carrier for shipments that name none
   * @throws IllegalArgumentException when there is none of that name, or two share one
   */
  public ShippingCarriers(Collection<? extends ShippingCarrier> all, String usual) {
    for (ShippingCarrier carrier : all) {
      if (byName.putIfAbsent(carrier.name(), carrier) != null) {
        throw new IllegalArgumentException("Two carriers are called " + carrier.name());
      }
    }
    ShippingCarrier found = byName.get(usual);
    if (found == null) {
      throw new IllegalArgumentException(
          "No carrier is called " + usual + "; there are " + byName.keySet());
    }
    this.usual = found;
  }

  /** The carrier for shipments that name none. */
  public ShippingCarrier usual() {
    return usual;
  }

  /** The carrier of that name: a shipment stays with the carrier that began it. */
  public Optional<ShippingCarrier> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What the carriers are called, in alphabetical order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
