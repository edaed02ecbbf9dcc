package org.orders.integration.harness;

import java.util.Map;

/**
 * One empty PostgreSQL database that a service may own, with what is needed to reach it.
 *
 * @param host the address the service connects to
 * @param port the port the service connects to
 * @param name the name of the database
 * @param username a role that may create everything in it
 * @param password the role's password
 */
public record Database(String host, int port, String name, String username, String password) {

  /** The same database, reached through a gate that a test can shut. */
  public Database through(DatabaseGate gate) {
    return new Database("127.0.0.1", gate.port(), name, username, password);
  }

  /** What a Quarkus user would write to point the service at this database. */
  public Map<String, String> asEnvironment() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME", username,
        "QUARKUS_DATASOURCE_PASSWORD", password);
  }

  /** The address as JDBC writes it. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
  }
}
