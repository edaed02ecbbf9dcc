package org.orders.integration.fulfilment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.orders.integration.harness.Database;

/** The built-in carrier's own books beside what the service believes, read from the database. */
final class CarrierBooks {

  private final Database database;

  CarrierBooks(Database database) {
    this.database = database;
  }

  /** How many labels were sold for the order's shipments. */
  long bought(String order) {
    return ledger("BOUGHT", order);
  }

  /** How many of them became void. */
  long voided(String order) {
    return ledger("VOIDED", order);
  }

  /** Whether the service is about to ask, or has asked, for the order's label. */
  boolean isAsked(String order) {
    return count(
            "SELECT count(*) FROM shipment WHERE state = 'ASKED' AND order_id = ?::uuid", order)
        > 0;
  }

  /** All jobs about labels that are not done. */
  long jobs() {
    return count("SELECT count(*) FROM job WHERE type LIKE '%-label' AND ? IS NOT NULL", "all");
  }

  private long ledger(String kind, String order) {
    return count(
        "SELECT count(*) FROM carrier_local.ledger l JOIN shipment s ON s.id = l.shipment_id"
            + " WHERE l.kind = '"
            + kind
            + "' AND s.order_id = ?::uuid",
        order);
  }

  private long count(String query, String argument) {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      // The carrier makes its books when it is first asked for something.
      if ("42P01".equals(e.getSQLState()) || "3F000".equals(e.getSQLState())) {
        return 0;
      }
      throw new IllegalStateException(e);
    }
  }
}
