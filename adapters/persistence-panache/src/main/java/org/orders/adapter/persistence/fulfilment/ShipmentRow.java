package org.orders.adapter.persistence.fulfilment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.order.PiecesColumns;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.Consignment;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.TrackingNumber;

/** A row of the table of shipments with its lines. */
public final class ShipmentRow {

  static final String SELECT =
      "SELECT s.id, s.order_id, s.carrier, s.service, s.state, s.reference, s.tracking_number,"
          + " s.shipped_at, s.estimated_delivery, s.state_since, s.refusal, s.created_at,"
          + " s.updated_at, s.version, "
          + PiecesColumns.columns("shipment_line", "shipment_id", "s.id")
          + " FROM shipment s WHERE ";

  private ShipmentRow() {}

  /** The shipments of several orders, in one statement, oldest first. */
  public static Map<OrderId, List<Shipment>> ofOrders(Sql sql, Collection<OrderId> orders)
      throws SQLException {
    Map<OrderId, List<Shipment>> shipments = new LinkedHashMap<>();
    for (Shipment shipment :
        sql.query(
            SELECT + "s.order_id = ANY (?) ORDER BY s.order_id, s.created_at, s.id",
            ShipmentRow::read,
            SqlArray.ofUuids(List.copyOf(orders), OrderId::value))) {
      shipments.computeIfAbsent(shipment.orderId(), id -> new ArrayList<>()).add(shipment);
    }
    return shipments;
  }

  static Shipment read(SqlRow row) throws SQLException {
    @Nullable String service = row.textOrNull("service");
    return new Shipment(
        new ShipmentId(row.uuid("id")),
        new OrderId(row.uuid("order_id")),
        PiecesColumns.read(row),
        row.text("carrier"),
        service == null ? null : new ServiceName(service),
        state(row),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  private static ShipmentState state(SqlRow row) throws SQLException {
    String name = row.text("state");
    Instant since = row.instant("state_since");
    return switch (name) {
      case "CREATED" -> new ShipmentState.Created();
      case "ASKED" -> new ShipmentState.Asked(reference(row), since);
      case "REFUSED" ->
          new ShipmentState.Refused(
              since, LabelRefusal.valueOf(row.text("refusal")), referenceOrNull(row));
      case "LABELLED" -> new ShipmentState.Labelled(consignment(row));
      case "IN_TRANSIT" -> new ShipmentState.InTransit(consignment(row), since);
      case "FAILED" -> new ShipmentState.Failed(consignment(row), since);
      case "DELIVERED" -> new ShipmentState.Delivered(consignment(row), since);
      case "RETURNED" -> new ShipmentState.Returned(consignment(row), since);
      case "ABANDONED" -> new ShipmentState.Abandoned(reference(row), since);
      case "VOIDED" -> new ShipmentState.Voided(since, referenceOrNull(row));
      default -> throw new IllegalStateException("unknown state of shipment " + name);
    };
  }

  private static Consignment consignment(SqlRow row) throws SQLException {
    @Nullable String number = row.textOrNull("tracking_number");
    return new Consignment(
        referenceOrNull(row),
        number == null ? null : new TrackingNumber(number),
        row.instant("shipped_at"),
        row.instantOrNull("estimated_delivery"));
  }

  private static CarrierReference reference(SqlRow row) throws SQLException {
    return new CarrierReference(row.text("reference"));
  }

  private static @Nullable CarrierReference referenceOrNull(SqlRow row) throws SQLException {
    @Nullable String reference = row.textOrNull("reference");
    return reference == null ? null : new CarrierReference(reference);
  }

  /** The columns that may change, in the order of {@link #changeable}. */
  static final String CHANGEABLE =
      "carrier, service, state, reference, tracking_number, shipped_at, estimated_delivery,"
          + " state_since, refusal, updated_at";

  /** Question marks for {@link #CHANGEABLE}. */
  static final String PLACES =
      "?, ?::text, ?, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?, ?::text, ?";

  /** What the columns hold that may change. */
  static List<@Nullable Object> changeable(Shipment shipment) {
    ShipmentState state = shipment.state();
    @Nullable Consignment consignment = state.departed();
    @Nullable ServiceName service = shipment.service();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(shipment.carrier());
    values.add(service == null ? null : service.value());
    values.add(name(state));
    values.add(text(state.reference()));
    @Nullable TrackingNumber number = consignment == null ? null : consignment.trackingNumber();
    values.add(number == null ? null : number.value());
    values.add(consignment == null ? null : consignment.shippedAt());
    values.add(consignment == null ? null : consignment.estimatedDelivery());
    values.add(since(shipment));
    values.add(state instanceof ShipmentState.Refused(_, var reason, _) ? reason.name() : null);
    values.add(shipment.updatedAt());
    return values;
  }

  private static String name(ShipmentState state) {
    return switch (state) {
      case ShipmentState.Created _ -> "CREATED";
      case ShipmentState.Asked _ -> "ASKED";
      case ShipmentState.Refused _ -> "REFUSED";
      case ShipmentState.Labelled _ -> "LABELLED";
      case ShipmentState.InTransit _ -> "IN_TRANSIT";
      case ShipmentState.Failed _ -> "FAILED";
      case ShipmentState.Delivered _ -> "DELIVERED";
      case ShipmentState.Returned _ -> "RETURNED";
      case ShipmentState.Abandoned _ -> "ABANDONED";
      case ShipmentState.Voided _ -> "VOIDED";
    };
  }

  private static Instant since(Shipment shipment) {
    return switch (shipment.state()) {
      case ShipmentState.Created _ -> shipment.createdAt();
      case ShipmentState.Asked(_, var at) -> at;
      case ShipmentState.Refused(var at, _, _) -> at;
      case ShipmentState.Labelled(var consignment) -> consignment.shippedAt();
      case ShipmentState.InTransit(_, var at) -> at;
      case ShipmentState.Failed(_, var at) -> at;
      case ShipmentState.Delivered(_, var at) -> at;
      case ShipmentState.Returned(_, var at) -> at;
      case ShipmentState.Abandoned(_, var at) -> at;
      case ShipmentState.Voided(var at, _) -> at;
    };
  }

  private static @Nullable String text(@Nullable CarrierReference reference) {
    return reference == null ? null : reference.value();
  }
}
