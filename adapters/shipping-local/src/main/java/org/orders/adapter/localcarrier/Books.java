package org.orders.adapter.localcarrier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.TrackingNumber;
import org.orders.standin.OwnSchema;

/**
 * The built-in carrier's books, which outlive whatever happens to the caller. No name or address
 * stands in them.
 */
final class Books {

  /** Any number that nobody else locks. */
  private static final long CREATION_LOCK = 0x6f726465_7263726cL;

  private final OwnSchema schema;

  Books(DataSource database) {
    this.schema = new OwnSchema(database, "carrier_local", CREATION_LOCK, Books.class);
  }

  /** What stands in the books of a shipment. */
  sealed interface Entry {

    /** A label was sold, and can be used. */
    record Sold(TrackingNumber tracking, boolean express, Instant at) implements Entry {}

    /** Its label is void, or none will ever be sold. */
    record Void() implements Entry {}

    /** Nothing stands there. */
    record Absent() implements Entry {}
  }

  /**
   * Sells a label where nothing stands in the books yet, and answers what stands there.
   *
   * @param number makes a tracking number of a serial
   * @param firstScan when the parcel is to be scanned first, counted from now; none for never
   */
  Entry sell(
      LabelRequest request,
      boolean express,
      LongFunction<TrackingNumber> number,
      Optional<Duration> firstScan)
      throws SQLException {
    return schema.inTransaction(
        connection -> {
          // Looks first only to spare a number: it is the insertion that decides.
          if (find(connection, request.shipment()) instanceof Entry.Absent) {
            insert(connection, request, express, number.apply(serial(connection)), firstScan);
          }
          return find(connection, request.shipment());
        });
  }

  private static void insert(
      Connection connection,
      LabelRequest request,
      boolean express,
      TrackingNumber tracking,
      Optional<Duration> firstScan)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO carrier_local.label
              (shipment_id, order_number, state, tracking_number, express, next_scan_at)
            VALUES (?, ?, 'SOLD', ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (shipment_id) DO NOTHING
            """)) {
      insert.setObject(1, request.shipment().value());
      insert.setString(2, request.order().value());
      insert.setString(3, tracking.value());
      insert.setBoolean(4, express);
      insert.setObject(5, firstScan.map(Duration::toMillis).orElse(null), Types.BIGINT);
      insert.executeUpdate();
    }
  }

  private static long serial(Connection connection) throws SQLException {
    try (Statement next = connection.createStatement();
        ResultSet row = next.executeQuery("SELECT nextval('carrier_local.serial')")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What stands in the books. */
  Entry find(ShipmentId shipment) throws SQLException {
    return schema.inTransaction(connection -> find(connection, shipment));
  }

  private static Entry find(Connection connection, ShipmentId shipment) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT state, tracking_number, express, booked_at
            FROM carrier_local.label WHERE shipment_id = ?
            """)) {
      select.setObject(1, shipment.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new Entry.Absent();
        }
        return row.getString(1).equals("SOLD")
            ? new Entry.Sold(
                new TrackingNumber(row.getString(2)), row.getBoolean(3), instant(row, 4))
            : new Entry.Void();
      }
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Makes the label void, or sees to it that none is ever sold.
   *
   * @return {@code Void}, or {@code Sold} where the parcel is on its way already
   */
  Entry giveUp(LabelRequest request) throws SQLException {
    return schema.inTransaction(
        connection -> {
          try (PreparedStatement insert =
                  connection.prepareStatement(
                      """
                      INSERT INTO carrier_local.label (shipment_id, order_number, state)
                      VALUES (?, ?, 'GIVEN_UP')
                      ON CONFLICT (shipment_id) DO NOTHING
                      """);
              PreparedStatement update =
                  connection.prepareStatement(
                      """
                      UPDATE carrier_local.label
                      SET state = 'VOID', voided_at = clock_timestamp(), next_scan_at = NULL
                      WHERE shipment_id = ? AND state = 'SOLD' AND scans = 0
                      """)) {
            insert.setObject(1, request.shipment().value());
            insert.setString(2, request.order().value());
            insert.executeUpdate();
            update.setObject(1, request.shipment().value());
            update.executeUpdate();
          }
          return find(connection, request.shipment());
        });
  }

  /**
   * A parcel whose next scan is due.
   *
   * @param scans how many it has behind it
   */
  record Due(UUID shipment, TrackingNumber tracking, int scans, Instant at) {}

  /** What is done about a parcel that is due. */
  @FunctionalInterface
  interface Scan {

    /**
     * Tells of the scan.
     *
     * @return how long after it the next one is due; none when the journey is over
     */
    Optional<Duration> tell(Due due);
  }

  /**
   * Scans one parcel that is due and that no other replica is at, and books the scan once it is
   * told. A crash between telling and booking tells it twice.
   *
   * @return false when nothing was due
   */
  boolean scanNext(Scan scan) throws SQLException {
    return schema.inTransaction(
        connection -> {
          Due due = due(connection);
          if (due == null) {
            return false;
          }
          Optional<Duration> next = scan.tell(due);
          try (PreparedStatement update =
              connection.prepareStatement(
                  """
                  UPDATE carrier_local.label
                  SET scans = scans + 1, next_scan_at = next_scan_at + ? * interval '1 millisecond'
                  WHERE shipment_id = ?
                  """)) {
            update.setObject(1, next.map(Duration::toMillis).orElse(null), Types.BIGINT);
            update.setObject(2, due.shipment());
            update.executeUpdate();
          }
          return true;
        });
  }

  private static @Nullable Due due(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                """
                SELECT shipment_id, tracking_number, scans, next_scan_at
                FROM carrier_local.label
                WHERE next_scan_at <= clock_timestamp() AND state = 'SOLD'
                ORDER BY next_scan_at
                LIMIT 1
                FOR NO KEY UPDATE SKIP LOCKED
                """)) {
      return row.next()
          ? new Due(
              row.getObject(1, UUID.class),
              new TrackingNumber(row.getString(2)),
              row.getInt(3),
              instant(row, 4))
          : null;
    }
  }

  /** Puts off what is due and could not be told. */
  void putOff(UUID shipment, Duration delay) throws SQLException {
    schema.inTransaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  """
                  UPDATE carrier_local.label
                  SET next_scan_at = clock_timestamp() + ? * interval '1 millisecond'
                  WHERE shipment_id = ? AND next_scan_at IS NOT NULL
                  """)) {
            update.setLong(1, delay.toMillis());
            update.setObject(2, shipment);
            return update.executeUpdate();
          }
        });
  }
}
