package org.orders.adapter.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.fulfilment.HearCarrier;
import org.orders.application.fulfilment.MarkDelivered;
import org.orders.application.fulfilment.ReadShipments;
import org.orders.application.fulfilment.Tracking;
import org.orders.application.order.BulkAdministration;
import org.orders.application.returns.DecideReturn;
import org.orders.application.returns.ReadReturns;
import org.orders.application.returns.RequestReturn;
import org.orders.application.returns.ReturnFilter;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.NotShipped;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.shared.NotFound;

/** Shipments and returns behind the driving ports: every order has a label and nothing else. */
@Dependent
class StubParcels {

  @Produces
  @Singleton
  FulfilOrder fulfilOrder() {
    return (command, once) -> {
      throw new NotFound("order");
    };
  }

  @Produces
  @Singleton
  MarkDelivered markDelivered() {
    return (command, once) -> {
      throw new NotFound("order");
    };
  }

  @Produces
  @Singleton
  ReadShipments readShipments() {
    return new ReadShipments() {
      @Override
      public List<Shipment> list(Actor actor, OrderId order) {
        return List.of();
      }

      @Override
      public Shipment read(Actor actor, OrderId order, ShipmentId shipment) {
        throw new NotFound("shipment");
      }

      @Override
      public Tracking track(Actor actor, OrderId order, @Nullable ShipmentId shipment) {
        throw new NotShipped();
      }

      @Override
      public LabelDocument label(Actor actor, OrderId order, @Nullable ShipmentId shipment) {
        return new LabelDocument("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
      }
    };
  }

  @Produces
  @Singleton
  HearCarrier hearCarrier() {
    return (carrier, delivery) -> {
      throw new NotFound("carrier");
    };
  }

  @Produces
  @Singleton
  BulkAdministration bulkAdministration() {
    return (command, once) -> {
      throw new NotFound("order");
    };
  }

  @Produces
  @Singleton
  RequestReturn requestReturn() {
    return (command, once) -> {
      throw new NotFound("order");
    };
  }

  @Produces
  @Singleton
  DecideReturn decideReturn() {
    return (command, once) -> {
      throw new NotFound("return");
    };
  }

  @Produces
  @Singleton
  ReadReturns readReturns() {
    return new ReadReturns() {
      @Override
      public Return read(Actor actor, ReturnId id) {
        throw new NotFound("return");
      }

      @Override
      public Page<Return> list(ReturnFilter filter, PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }
}
