package org.orders.adapter.persistence.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.AddressColumns;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Reference;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/**
 * A row of the table of orders, which knows everything about an order but its lines. Orders are
 * read and written by native statements only, because most of what is written is one of them.
 */
record OrderRow(
    OrderId id,
    OrderNumber number,
    @Nullable Reference reference,
    CustomerId customerId,
    OrderState state,
    Address shippingAddress,
    Contact contact,
    boolean onHold,
    @Nullable UserId managedBy,
    Instant placedAt,
    Instant updatedAt,
    Instant movedAt,
    long version) {

  /** The columns that {@link #read} reads. */
  static final String COLUMNS =
      """
      o.id, o.number, o.reference, o.customer_id, o.status, o.expires_at, o.confirmed_at,
      o.started_at, o.shipped_at, o.tracking_number, o.delivered_at, o.cancelled_at,
      o.line1, o.line2, o.city, o.region, o.postal_code, o.country,
      o.contact_name, o.contact_email, o.contact_phone, o.on_hold, o.managed_by,
      o.placed_at, o.updated_at, o.moved_at, o.version""";

  static OrderRow read(SqlRow row) throws SQLException {
    @Nullable String reference = row.textOrNull("reference");
    @Nullable UUID managedBy = row.uuidOrNull("managed_by");
    return new OrderRow(
        new OrderId(row.uuid("id")),
        new OrderNumber(row.text("number")),
        reference == null ? null : new Reference(reference),
        new CustomerId(row.uuid("customer_id")),
        state(row),
        AddressColumns.read(row),
        new Contact(
            new PersonName(row.text("contact_name")),
            new EmailAddress(row.text("contact_email")),
            new PhoneNumber(row.text("contact_phone"))),
        row.flag("on_hold"),
        managedBy == null ? null : new UserId(managedBy),
        row.instant("placed_at"),
        row.instant("updated_at"),
        row.instant("moved_at"),
        row.number("version"));
  }

  Order with(OrderLines lines) {
    return new Order(
        id,
        number,
        reference,
        customerId,
        state,
        lines,
        shippingAddress,
        contact,
        onHold,
        managedBy,
        placedAt,
        updatedAt,
        movedAt,
        version);
  }

  /** The order's whole row, for the functions that write it. */
  static String json(Order order) {
    Reference reference = order.reference();
    UserId managedBy = order.managedBy();
    Contact contact = order.contact();
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", order.id().value().toString())
            .put("number", order.number().value())
            .put("reference", reference == null ? null : reference.value())
            .put("customer_id", order.customerId().value().toString())
            .put("status", order.status().name())
            .put("total_minor", order.total().minorUnits())
            .put("currency", order.total().currency().getCurrencyCode())
            .put("contact_name", contact.name().value())
            .put("contact_email", contact.email().value())
            .put("contact_email_key", contact.email().key())
            .put("contact_phone", contact.phone().value())
            .put("on_hold", order.onHold())
            .put("managed_by", managedBy == null ? null : managedBy.value().toString())
            .put("placed_at", order.placedAt().toString())
            .put("updated_at", order.updatedAt().toString())
            .put("moved_at", order.movedAt().toString())
            .put("version", order.version());
    AddressColumns.write(order.shippingAddress(), row);
    write(order.state(), row);
    return row.toString();
  }

  private static void write(OrderState state, ObjectNode row) {
    switch (state) {
      case OrderState.Pending(var expiresAt) -> row.put("expires_at", expiresAt.toString());
      case OrderState.Confirmed(var confirmedAt) -> row.put("confirmed_at", confirmedAt.toString());
      case OrderState.Processing(var confirmedAt, var startedAt) ->
          row.put("confirmed_at", confirmedAt.toString()).put("started_at", startedAt.toString());
      case OrderState.Shipped(var confirmedAt, var shippedAt, var tracking) ->
          row.put("confirmed_at", confirmedAt.toString())
              .put("shipped_at", shippedAt.toString())
              .put("tracking_number", text(tracking));
      case OrderState.Delivered(var confirmedAt, var shippedAt, var tracking, var deliveredAt) ->
          row.put("confirmed_at", confirmedAt.toString())
              .put("shipped_at", shippedAt.toString())
              .put("tracking_number", text(tracking))
              .put("delivered_at", deliveredAt.toString());
      case OrderState.Cancelled(var cancelledAt) -> row.put("cancelled_at", cancelledAt.toString());
    }
  }

  private static OrderState state(SqlRow row) throws SQLException {
    return switch (OrderStatus.valueOf(row.text("status"))) {
      case PENDING -> new OrderState.Pending(row.instant("expires_at"));
      case CONFIRMED -> new OrderState.Confirmed(row.instant("confirmed_at"));
      case PROCESSING ->
          new OrderState.Processing(row.instant("confirmed_at"), row.instant("started_at"));
      case SHIPPED ->
          new OrderState.Shipped(
              row.instant("confirmed_at"), row.instant("shipped_at"), tracking(row));
      case DELIVERED ->
          new OrderState.Delivered(
              row.instant("confirmed_at"),
              row.instant("shipped_at"),
              tracking(row),
              row.instant("delivered_at"));
      case CANCELLED -> new OrderState.Cancelled(row.instant("cancelled_at"));
    };
  }

  private static @Nullable TrackingNumber tracking(SqlRow row) throws SQLException {
    @Nullable String number = row.textOrNull("tracking_number");
    return number == null ? null : new TrackingNumber(number);
  }

  private static @Nullable String text(@Nullable TrackingNumber tracking) {
    return tracking == null ? null : tracking.value();
  }
}
