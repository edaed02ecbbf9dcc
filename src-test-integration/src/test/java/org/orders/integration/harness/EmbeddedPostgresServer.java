package org.orders.integration.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server unpacked from a library and run as a child process. Unlike that library's
 * defaults it is as durable as a production server: the crash tests would prove nothing otherwise.
 */
public final class EmbeddedPostgresServer extends PostgresServer {

  private final Path dataDirectory;
  private EmbeddedPostgres server;

  private EmbeddedPostgresServer(Path dataDirectory, EmbeddedPostgres server) {
    this.dataDirectory = dataDirectory;
    this.server = server;
  }

  /** Starts a new server on empty data. */
  public static EmbeddedPostgresServer start() {
    try {
      Files.createDirectories(Path.of("target"));
      var directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres-");
      return new EmbeddedPostgresServer(directory, launch(directory, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres launch(Path directory, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .start();
  }

  /** Stops the server as an operator would, cutting every connection; the data stays. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a stopped server again, on the same port and data. */
  public void startAgain() {
    try {
      server = launch(dataDirectory, server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String description() {
    return "an embedded PostgreSQL on port " + server.getPort();
  }

  @Override
  protected Database maintenance() {
    return new Database("127.0.0.1", server.getPort(), "postgres", "postgres", "postgres");
  }

  @Override
  public void close() {
    stop(); // Harmless when it was stopped already.
    Folders.delete(dataDirectory);
  }
}
