package org.orders.integration.payment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.orders.integration.harness.Database;

/** What the service keeps of attempts and tells nobody, read and aged in its database. */
final class AttemptRecords {

  private final Database database;

  AttemptRecords(Database database) {
    this.database = database;
  }

  /** The name of the order's latest attempt at its gateway. */
  String reference(String order) {
    try (Connection connection = connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT a.reference FROM payment p JOIN payment_attempt a ON a.id = p.attempt_id"
                    + " WHERE p.order_id = ?::uuid")) {
      select.setString(1, order);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the order's attempt look as if it had been sent first so long ago. */
  void age(String order, Duration by) {
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE payment_attempt SET first_sent_at = first_sent_at - ? * interval '1 s'"
                    + " WHERE id = (SELECT attempt_id FROM payment WHERE order_id = ?::uuid)")) {
      update.setLong(1, by.toSeconds());
      update.setString(2, order);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("no attempt of order " + order);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
