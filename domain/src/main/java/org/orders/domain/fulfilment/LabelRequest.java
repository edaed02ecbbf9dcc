package org.orders.domain.fulfilment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.Money;

/**
 * What a carrier is told of a parcel. It is the same whenever a shipment is spoken of; who sends it
 * is a setting of the carrier's adapter.
 *
 * @param shipment the key: one label is bought for it at most
 * @param order printed on the label
 * @param lines what is in the parcel, for customs and for people; never empty
 * @param service none for what is usual
 */
public record LabelRequest(
    ShipmentId shipment,
    OrderNumber order,
    Contact recipient,
    Address destination,
    List<Line> lines,
    @Nullable ServiceName service) {

  /**
   * Pieces of one product in the parcel.
   *
   * @param quantity 1 to 1,000,000
   */
  public record Line(Sku sku, ProductName name, int quantity, Money unitPrice) {}

  public LabelRequest {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A parcel is not empty");
    }
  }

  /** Says nothing of who gets what, because it may reach a log. */
  @Override
  public String toString() {
    return "LabelRequest[" + shipment.value() + "]";
  }
}
