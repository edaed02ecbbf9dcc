package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL server that keeps its data in one directory, open to this machine alone.
 *
 * <p>Services on one directory share one server: the first starts it, the last to close stops it. A
 * server that outlived its service (kill -9) is found and used again, a stale trace of one is swept
 * away.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LocalPostgres.class.getName());

  /** Both the role the service connects as and the database it owns. */
  private static final String NAME = "orders";

  private static final int ATTEMPTS = 3;

  private final ServerDirectory directory;
  private final ServerCommands commands;
  private final SharedUse use;
  private final String password;
  private final int port;
  private boolean closed;

  private LocalPostgres(
      ServerDirectory directory,
      ServerCommands commands,
      SharedUse use,
      String password,
      int port) {
    this.directory = directory;
    this.commands = commands;
    this.use = use;
    this.password = password;
    this.port = port;
  }

  /**
   * Finds or starts the server of a directory, with the service's database in it.
   *
   * @param dataDirectory where it keeps everything; made where it is missing
   * @throws LocalPostgresFailure where that cannot be, with the reason in words for the user
   */
  public static LocalPostgres start(Path dataDirectory) {
    return start(dataDirectory, dataDirectory);
  }

  /** As above, with the programs unpacked elsewhere: unpacking takes longer than starting. */
  static LocalPostgres start(Path dataDirectory, Path programs) {
    ServerDirectory directory = ServerDirectory.open(dataDirectory);
    try (FileChannel alone = SharedUse.startingOrStopping(directory.startLock())) {
      return startAlone(directory, programs);
    } catch (IOException e) {
      throw new LocalPostgresFailure(
          "The local PostgreSQL in " + directory.root() + " could not be started: " + e, e);
    }
  }

  private static LocalPostgres startAlone(ServerDirectory directory, Path programs)
      throws IOException {
    int caller = directory.owner();
    ServerAccount account = ServerAccount.forCaller(caller);
    account.refuseStrangers(directory.root(), caller);
    ServerBinaries binaries = ServerBinaries.unpackBelow(programs.toAbsolutePath());
    String password = directory.password();
    ServerCommands commands = new ServerCommands(directory, binaries, account);
    SharedUse use = SharedUse.join(directory.usersLock());
    try {
      int port = runningPort(directory, password).orElse(0);
      if (port == 0) {
        account.takeOver(directory.root(), caller);
        port = startServer(directory, commands, binaries, password);
      } else {
        LOG.log(System.Logger.Level.INFO, "Found PostgreSQL running in {0}", directory.root());
      }
      makeDatabase(port, password);
      return new LocalPostgres(directory, commands, use, password, port);
    } catch (IOException | RuntimeException e) {
      use.close();
      throw e;
    }
  }

  private static int startServer(
      ServerDirectory directory, ServerCommands commands, ServerBinaries binaries, String password)
      throws IOException {
    if (!directory.hasCluster()) {
      commands.makeCluster();
    }
    String clusterVersion = Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
    if (!clusterVersion.equals(binaries.majorVersion())) {
      throw new LocalPostgresFailure(
          "The data in "
              + directory.root()
              + " is of PostgreSQL "
              + clusterVersion
              + ", this build brings "
              + binaries.majorVersion()
              + ": carry it over with pg_dump.");
    }
    directory.pruneLogs();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int port = freePort();
      if (commands.start(port) && answers(directory, port, password)) {
        LOG.log(System.Logger.Level.INFO, "Started PostgreSQL in {0}", directory.root());
        return port;
      }
      // The port may have gone to somebody else, or children of a killed server still be ending.
      pause(Duration.ofSeconds(attempt));
    }
    throw new LocalPostgresFailure(
        "The local PostgreSQL in " + directory.root() + " did not start:" + directory.lastWords());
  }

  /** The port of this directory's server if one runs; sweeps a dead one's pid file away. */
  private static Optional<Integer> runningPort(ServerDirectory directory, String password)
      throws IOException {
    Path cluster = directory.cluster();
    Optional<Postmaster> found = Postmaster.of(cluster);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (found.isPresent() && found.get().serves(cluster)) {
      // It may be starting, recovering or stopping.
      int port = found.get().port();
      if (port != 0 && answers(directory, port, password)) {
        return Optional.of(port);
      }
      if (System.nanoTime() > deadline) {
        throw new LocalPostgresFailure(
            "A PostgreSQL (process "
                + found.get().pid()
                + ") holds "
                + cluster
                + " but does not answer. End that process, then start again.");
      }
      pause(Duration.ofMillis(200));
      found = Postmaster.of(cluster);
    }
    if (found.isPresent()) {
      Files.deleteIfExists(Postmaster.file(cluster));
    }
    return Optional.empty();
  }

  /** Whether the server on that port takes our password and serves our cluster. */
  private static boolean answers(ServerDirectory directory, int port, String password)
      throws IOException {
    try (Connection connection =
            source(port, "postgres", ServerCommands.SUPERUSER, password).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      return row.next() && Files.isSameFile(Path.of(row.getString(1)), directory.cluster());
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "Not yet: {0}", e.getMessage());
      return false;
    }
  }

  private static void makeDatabase(int port, String password) {
    try (Connection connection =
            source(port, "postgres", ServerCommands.SUPERUSER, password).getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        // The password is of the URL-safe Base64 alphabet: no quote can be in it.
        statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    } catch (SQLException e) {
      // Its message may quote the statement, and the statement the password.
      throw new LocalPostgresFailure(
          "The local PostgreSQL refused to make the database " + NAME + ": " + e.getSQLState());
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static PGSimpleDataSource source(
      int port, String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(5);
    source.setSocketTimeout(30);
    return source;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure("Interrupted while waiting for the local PostgreSQL", e);
    }
  }

  /** The address of the service's database. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /** The role that owns the service's database; it has no powers beyond it. */
  public String username() {
    return NAME;
  }

  /** That role's password. */
  public String password() {
    return password;
  }

  /** Where the server keeps its data. */
  public Path directory() {
    return directory.root();
  }

  /** Leaves the server, and stops it where no other service uses it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (FileChannel alone = SharedUse.startingOrStopping(directory.startLock());
        use) {
      if (!use.leave()) {
        LOG.log(
            System.Logger.Level.INFO,
            "PostgreSQL in {0} goes on: another service uses it",
            directory.root());
      } else if (!commands.stop()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "PostgreSQL in {0} did not stop:{1}",
            directory.root(),
            directory.lastWords());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL could not be stopped", e);
    }
  }
}
