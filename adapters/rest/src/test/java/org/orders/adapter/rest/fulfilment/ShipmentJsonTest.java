package org.orders.adapter.rest.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.id;

import org.junit.jupiter.api.Test;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.Pieces;

class ShipmentJsonTest {

  private static final Actor OWNER = new Actor.Customer(new CustomerId(id(4)));
  private static final Actor GUEST = new Actor.Guest(new OrderId(id(2)));

  @Test
  void howTheShopStandsWithItsCarrierIsForStaff() {
    Shipment refused = refused(LabelRefusal.ACCOUNT_NOT_ALLOWED);

    assertThat(ShipmentJson.of(refused, ADMINISTRATOR).failure()).isEqualTo("account_not_allowed");
    assertThat(ShipmentJson.of(refused, SERVICE).failure()).isEqualTo("account_not_allowed");
    assertThat(ShipmentJson.of(refused, OWNER).failure()).isEqualTo("other");
    assertThat(ShipmentJson.of(refused, GUEST).failure()).isEqualTo("other");
  }

  @Test
  void whatIsWrongWithTheParcelIsForItsOwnerToo() {
    Shipment refused = refused(LabelRefusal.ADDRESS_NOT_DELIVERABLE);

    assertThat(ShipmentJson.of(refused, OWNER).failure()).isEqualTo("address_not_deliverable");
  }

  private static Shipment refused(LabelRefusal reason) {
    return Shipment.request(
            new ShipmentId(id(1)),
            new OrderId(id(2)),
            Pieces.of(new OrderItemId(id(3)), 1),
            "local",
            null,
            NOW)
        .shipment()
        .on(new Trigger.Refuse(NOW, reason), NOW)
        .shipment();
  }
}
