package org.orders.domain.payment;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The gateways of this house by name, and the one that takes new payments. */
public final class PaymentGateways {

  private final Map<String, PaymentGateway> byName = new TreeMap<>();
  private final PaymentGateway selected;

  /**
   * @param selected the name of the gateway for new payments
   * @throws IllegalArgumentException when there is none of that name, or two share one
   */
  public PaymentGateways(Collection<? extends PaymentGateway> all, String selected) {
    for (PaymentGateway gateway : all) {
      if (byName.putIfAbsent(gateway.name(), gateway) != null) {
        throw new IllegalArgumentException("Two gateways are called " + gateway.name());
      }
    }
    PaymentGateway found = byName.get(selected);
    if (found == null) {
      throw new IllegalArgumentException(
          "No payment gateway is called " + selected + "; there are " + byName.keySet());
    }
    this.selected = found;
  }

  /** The gateway for new payments. */
  public PaymentGateway selected() {
    return selected;
  }

  /** The gateway of that name: an attempt stays with the gateway that began it. */
  public Optional<PaymentGateway> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
