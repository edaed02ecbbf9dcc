package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code initdb} and {@code pg_ctl} on one server directory. */
final class ServerCommands {

  static final String SUPERUSER = "postgres";

  /** Seconds a server may take to start; recovering from a crash is part of that. */
  private static final int START_WAIT = 120;

  /** Seconds a server may take to end its connections and write everything out. */
  private static final int STOP_WAIT = 60;

  /** What the safety of the data and the closed door rest on: given at each start, last word. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "");

  /** Written into a new cluster's postgresql.conf, where its owner may change them. */
  private static final List<String> PREFERENCES =
      List.of(
          "max_connections=100",
          "shared_buffers=256MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "logging_collector=on",
          "log_directory=log",
          "log_filename=postgresql-%Y%m%d-%H%M%S.log",
          "log_file_mode=0600",
          "log_rotation_age=1d",
          "log_rotation_size=10MB",
          "log_line_prefix=%m [%p] ",
          "log_checkpoints=off",
          // Statements and details quote rows, and rows hold names and addresses.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic");

  private final ServerDirectory directory;
  private final ServerBinaries binaries;
  private final ServerAccount account;

  ServerCommands(ServerDirectory directory, ServerBinaries binaries, ServerAccount account) {
    this.directory = directory;
    this.binaries = binaries;
    this.account = account;
  }

  /** Makes a new, empty cluster: aside, then moved into place in one step. */
  void makeCluster() throws IOException {
    ServerBinaries.deleteAll(directory.unfinishedCluster());
    List<String> command = new ArrayList<>();
    command.add(binaries.initdb().toString());
    command.addAll(List.of("-D", directory.unfinishedCluster().toString()));
    command.addAll(List.of("-U", SUPERUSER, "-A", "scram-sha-256"));
    command.add("--pwfile=" + directory.passwordPath());
    command.add("--data-checksums");
    // The same order of text on every machine, whatever its locales.
    command.addAll(List.of("-E", "UTF8", "--locale=C"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    PREFERENCES.forEach(preference -> command.addAll(List.of("-c", preference)));
    if (run(command, START_WAIT) != 0) {
      throw new LocalPostgresFailure(
          "The local PostgreSQL could not make its cluster in "
              + directory.root()
              + ":"
              + directory.lastWords());
    }
    Files.move(directory.unfinishedCluster(), directory.cluster());
  }

  /**
   * Starts the server on a port and waits until it takes connections.
   *
   * @return whether it does
   */
  boolean start(int port) throws IOException {
    StringBuilder options = new StringBuilder("-p ").append(port);
    SAFETY.forEach((name, value) -> options.append(" -c ").append(name + "='" + value + "'"));
    Files.deleteIfExists(directory.startupLog());
    return run(
            List.of(
                binaries.pgCtl().toString(),
                "-D",
                directory.cluster().toString(),
                "-l",
                directory.startupLog().toString(),
                "-o",
                options.toString(),
                "-w",
                "-t",
                Integer.toString(START_WAIT),
                "start"),
            START_WAIT + 10)
        == 0;
  }

  /**
   * Stops the server, letting transactions that run roll back, and waits for its end.
   *
   * @return whether it ended
   */
  boolean stop() throws IOException {
    return run(
            List.of(
                binaries.pgCtl().toString(),
                "-D",
                directory.cluster().toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                Integer.toString(STOP_WAIT),
                "stop"),
            STOP_WAIT + 10)
        == 0;
  }

  private int run(List<String> command, int seconds) throws IOException {
    Path log = directory.commandLog();
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(account.prefix().stream(), command.stream()).toList())
            // A file, not a pipe: the server inherits it and outlives this process.
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure("Interrupted while waiting for the local PostgreSQL", e);
    }
  }
}
