package org.orders.integration.payment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.orders.integration.harness.Database;

/** The simulated gateway's own books beside what the service believes, read from the database. */
final class GatewayBooks {

  private final Database database;

  GatewayBooks(Database database) {
    this.database = database;
  }

  /** How often money was taken for the order. */
  long captures(String order) {
    return count(
        "SELECT count(*) FROM simulator.charge WHERE state = 'CAPTURED' AND order_id = ?::uuid",
        order);
  }

  /** How often money went back for the order. */
  long refunds(String order) {
    return count(
        "SELECT count(*) FROM simulator.ledger WHERE kind = 'REFUND' AND order_id = ?::uuid",
        order);
  }

  /** What was taken for the order and has not gone back, in minor units. */
  long kept(String order) {
    return count(
        "SELECT coalesce(sum(CASE kind WHEN 'CAPTURE' THEN minor_units ELSE -minor_units END), 0)"
            + " FROM simulator.ledger WHERE order_id = ?::uuid",
        order);
  }

  /** Whether an attempt at the order's money is committed and the gateway knows nothing of it. */
  boolean isCreated(String order) {
    return count(
            "SELECT count(*) FROM payment_attempt a JOIN payment p ON p.id = a.payment_id"
                + " WHERE p.order_id = ?::uuid",
            order)
        > 0;
  }

  /** Whether the service is about to ask, or has asked, the gateway for the order's money. */
  boolean isSent(String order) {
    return count(
            "SELECT count(*) FROM payment_attempt a JOIN payment p ON p.id = a.payment_id"
                + " WHERE a.state = 'SENT' AND p.order_id = ?::uuid",
            order)
        > 0;
  }

  /** Whether a refund of the order's money is on its way to the gateway. */
  boolean isRefundSent(String order) {
    return count(
            "SELECT count(*) FROM refund r JOIN payment p ON p.id = r.payment_id"
                + " WHERE r.first_sent_at IS NOT NULL AND p.order_id = ?::uuid",
            order)
        > 0;
  }

  /** All jobs about payments that are not done. */
  long jobs() {
    return count("SELECT count(*) FROM job WHERE type LIKE 'settle-%' AND ? IS NOT NULL", "all");
  }

  /** The jobs about payments that run, with how often each was taken. */
  Map<String, Long> runningJobs() {
    Map<String, Long> running = new HashMap<>();
    query(
        "SELECT id::text, fence FROM job"
            + " WHERE type LIKE 'settle-%' AND state = 'RUNNING' AND ? IS NOT NULL",
        "all", row -> running.put(row.getString(1), row.getLong(2)));
    return running;
  }

  /** How many charges the gateway's books show in all. */
  long allCaptures() {
    return count("SELECT count(*) FROM simulator.ledger WHERE kind = ?", "CAPTURE");
  }

  /** How many orders the gateway took money for more than once. */
  long ordersNotChargedOnce() {
    return count(
        "SELECT count(*) FROM (SELECT order_id FROM simulator.ledger WHERE kind = ?"
            + " GROUP BY order_id HAVING count(*) > 1) AS twice",
        "CAPTURE");
  }

  private long count(String query, String argument) {
    long[] count = {0};
    query(query, argument, row -> count[0] = row.getLong(1));
    return count[0];
  }

  private void query(String query, String argument, RowReader reader) {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    } catch (SQLException e) {
      // The gateway makes its books when it is first asked for something.
      if (!"42P01".equals(e.getSQLState()) && !"3F000".equals(e.getSQLState())) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What is done with each row of an answer. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
