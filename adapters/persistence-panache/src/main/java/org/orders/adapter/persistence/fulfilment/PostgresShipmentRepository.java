package org.orders.adapter.persistence.fulfilment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.order.PiecesColumns;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentEvent;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.ConcurrentChange;

/** Shipments, by native statements: what is read after a lock was taken is what is there then. */
@ApplicationScoped
public class PostgresShipmentRepository implements ShipmentRepository {

  private final Database database;

  PostgresShipmentRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Shipment> find(ShipmentId id) {
    return database.run(
        sql -> sql.queryOne(ShipmentRow.SELECT + "s.id = ?", ShipmentRow::read, id.value()));
  }

  @Override
  public List<Shipment> ofOrder(OrderId order) {
    return database.run(
        sql -> ShipmentRow.ofOrders(sql, List.of(order)).getOrDefault(order, List.of()));
  }

  @Override
  public Optional<Shipment> findByTracking(String carrier, TrackingNumber number) {
    // Carriers give their numbers again after years: the latest parcel is the one.
    return database.run(
        sql ->
            sql.queryOne(
                ShipmentRow.SELECT
                    + "s.carrier = ? AND s.tracking_number = ?"
                    + " ORDER BY s.created_at DESC, s.id DESC LIMIT 1",
                ShipmentRow::read,
                carrier,
                number.value()));
  }

  @Override
  public Optional<LabelDocument> label(ShipmentId id) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT pdf FROM shipment_label WHERE shipment_id = ?",
                row -> new LabelDocument(row.bytes("pdf")),
                id.value()));
  }

  @Override
  public void add(ShipmentDecision decision) {
    Shipment shipment = decision.shipment();
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(shipment.id().value());
    arguments.add(shipment.orderId().value());
    arguments.add(shipment.createdAt());
    arguments.add(shipment.version());
    arguments.addAll(ShipmentRow.changeable(shipment));
    database.run(
        sql -> {
          sql.update(
              "INSERT INTO shipment (id, order_id, created_at, version, "
                  + ShipmentRow.CHANGEABLE
                  + ") VALUES (?, ?, ?, ?, "
                  + ShipmentRow.PLACES
                  + ")",
              arguments.toArray());
          PiecesColumns.write(
              sql, "shipment_line", "shipment_id", shipment.id().value(), shipment.pieces());
          writeTheRest(sql, decision);
          return shipment;
        });
  }

  @Override
  public void save(ShipmentDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Shipment shipment = decision.shipment();
    List<@Nullable Object> arguments = new ArrayList<>(ShipmentRow.changeable(shipment));
    arguments.add(shipment.id().value());
    arguments.add(shipment.version());
    database.run(
        sql -> {
          int saved =
              sql.update(
                  "UPDATE shipment SET version = version + 1, ("
                      + ShipmentRow.CHANGEABLE
                      + ") = ("
                      + ShipmentRow.PLACES
                      + ") WHERE id = ? AND version = ?",
                  arguments.toArray());
          if (saved != 1) {
            throw new ConcurrentChange();
          }
          writeTheRest(sql, decision);
          return shipment;
        });
  }

  private static void writeTheRest(Sql sql, ShipmentDecision decision) throws SQLException {
    LabelDocument label = decision.label();
    if (label != null) {
      sql.update(
          "INSERT INTO shipment_label (shipment_id, pdf) VALUES (?, ?)",
          decision.shipment().id().value(),
          label.pdf());
    }
    for (ShipmentEvent event : decision.events()) {
      sql.update(
          "INSERT INTO outbox (order_id, subject, type, payload, at) VALUES (?, ?, ?, ?::jsonb, ?)",
          decision.shipment().orderId().value(),
          decision.shipment().id().value(),
          type(event),
          message(decision.shipment()),
          event.at());
    }
  }

  private static String type(ShipmentEvent event) {
    return switch (event) {
      case ShipmentEvent.Shipped _ -> "SHIPMENT_SHIPPED";
      case ShipmentEvent.Delivered _ -> "SHIPMENT_DELIVERED";
    };
  }

  /** What consumers hear: that it happened and where to look, nothing about people. */
  private static String message(Shipment shipment) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("orderId", shipment.orderId().value().toString())
        .put("shipmentId", shipment.id().value().toString())
        .put("status", shipment.status().name())
        .put("carrier", shipment.carrier())
        .toString();
  }
}
