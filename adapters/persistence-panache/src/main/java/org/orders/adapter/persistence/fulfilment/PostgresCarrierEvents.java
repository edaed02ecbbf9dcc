package org.orders.adapter.persistence.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.order.TrackingNumber;

/** Carriers' words, each under the carrier's own id for it. */
@ApplicationScoped
public class PostgresCarrierEvents implements CarrierEvents {

  private final Database database;

  PostgresCarrierEvents(Database database) {
    this.database = database;
  }

  @Override
  public void hold(String carrier, TrackingNumber tracking) {
    database.run(
        sql ->
            sql.queryRow(
                "SELECT 1 AS one FROM pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> row.integer("one"),
                carrier + '\u001f' + tracking.value()));
  }

  @Override
  public boolean add(String carrier, CarrierEvent event, Instant heardAt) {
    @Nullable CarrierReference reference = event.reference();
    return database.run(
            sql ->
                sql.update(
                    """
                    INSERT INTO carrier_event (carrier, event_id, tracking_number, reference,
                        status, at, location, detail, estimated_delivery, heard_at)
                      VALUES (?, ?, ?, ?::text, ?, ?, ?::text, ?, ?::timestamptz, ?)
                      ON CONFLICT (carrier, event_id) DO NOTHING
                    """,
                    carrier,
                    event.id(),
                    event.tracking().value(),
                    reference == null ? null : reference.value(),
                    event.status(),
                    event.at(),
                    event.location(),
                    event.detail(),
                    event.estimatedDelivery(),
                    heardAt))
        == 1;
  }

  @Override
  public List<CarrierEvent> of(String carrier, TrackingNumber tracking, Instant since) {
    return database.run(
        sql ->
            sql.query(
                """
                SELECT event_id, tracking_number, reference, status, at, location, detail,
                    estimated_delivery
                  FROM carrier_event
                  WHERE carrier = ? AND tracking_number = ? AND heard_at >= ?
                  ORDER BY at, event_id
                """,
                PostgresCarrierEvents::read,
                carrier,
                tracking.value(),
                since));
  }

  private static CarrierEvent read(SqlRow row) throws SQLException {
    @Nullable String reference = row.textOrNull("reference");
    return new CarrierEvent(
        row.text("event_id"),
        new TrackingNumber(row.text("tracking_number")),
        reference == null ? null : new CarrierReference(reference),
        ParcelStatus.valueOf(row.text("status")),
        row.instant("at"),
        row.textOrNull("location"),
        row.text("detail"),
        row.instantOrNull("estimated_delivery"));
  }
}
