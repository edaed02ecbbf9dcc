package org.orders.integration.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The processes and databases that one test class has of its own; they end with the class. */
public final class Services implements AutoCloseable {

  private final PostgresServer server;
  private final List<Runnable> endings = new ArrayList<>();

  Services(PostgresServer server) {
    this.server = server;
  }

  /** A fresh database. */
  public Database newDatabase() {
    return server.newDatabase();
  }

  /** A service on this database, with these settings beside the usual ones. */
  public RunningService start(String name, Database database, Map<String, String> settings) {
    return keep(RunningService.start(name, RunningService.settings(database, settings)));
  }

  /** A service that was given no database at all. */
  public RunningService startWithoutDatabase(String name, Map<String, String> settings) {
    return keep(RunningService.start(name, settings));
  }

  /** The same service started again after its end. */
  public RunningService startAgain(RunningService ended) {
    return keep(ended.startAgain());
  }

  /** A gate before a database. */
  public DatabaseGate gateBefore(Database database) {
    var gate = DatabaseGate.before(database);
    endings.add(gate::close);
    return gate;
  }

  /** A database server that this class may stop and start. */
  public EmbeddedPostgresServer newServer() {
    var own = EmbeddedPostgresServer.start();
    endings.add(own::close);
    return own;
  }

  private RunningService keep(RunningService service) {
    endings.add(service::close);
    return service;
  }

  @Override
  public void close() {
    endings.reversed().forEach(Runnable::run);
  }
}
