package org.orders.integration.harness;

import java.util.Map;

/** The service that all ordinary tests of a run share, and the database beneath it. */
public final class SharedService implements AutoCloseable {

  private final RunningService service;
  private final Database database;
  private final Shop shop;

  private SharedService(RunningService service, Database database) {
    this.service = service;
    this.database = database;
    this.shop = service.shop();
  }

  static SharedService start(PostgresServer server) {
    var database = server.newDatabase();
    var service = RunningService.start("shared", RunningService.settings(database, Map.of()));
    return new SharedService(service, database);
  }

  /** The shop it runs. */
  public Shop shop() {
    return shop;
  }

  /** The database beneath it, for a replica beside it. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    service.close();
  }
}
