package org.orders.adapter.localpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its service sees it, by real processes and real kills. */
class LocalPostgresTest {

  @TempDir static Path programs;
  @TempDir Path temporary;
  private Path data;

  @BeforeEach
  void aDirectoryWithASpaceInItsName() {
    data = temporary.resolve("my data/postgres");
  }

  @AfterEach
  void noServerOutlivesATest() throws IOException, InterruptedException {
    var left =
        Files.exists(data) ? Postmaster.of(data.resolve("cluster")) : Optional.<Postmaster>empty();
    if (left.isPresent() && left.get().serves(data.resolve("cluster"))) {
      kill(left.get().pid());
    }
  }

  @Test
  void itNeedsNothingButItsDirectory() throws Exception {
    Files.createDirectories(data.resolve("server.unfinished/bin"));

    try (LocalPostgres postgres = LocalPostgres.start(data);
        Connection connection = connect(postgres)) {
      assertThat(show(connection, "server_version")).startsWith("18");
      assertThat(worldWritable(data)).isEmpty();
    }
  }

  @Test
  void itIsDurableAndClosedToOthers() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data, programs);
        Connection connection = connect(postgres)) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "full_page_writes")).isEqualTo("on");
      assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(4)).isEmpty();
      assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
      assertThat(show(connection, "is_superuser")).isEqualTo("off");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guess"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
      assertThat(permissions(data)).isEqualTo("rwx------");
      assertThat(permissions(data.resolve("password"))).isEqualTo("rw-------");
    }
    assertThat(Files.exists(data.resolve("cluster/postmaster.pid"))).isFalse();
  }

  @Test
  void whatWasCommittedIsThereAfterAStopAndAStart() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data, programs)) {
      remember(postgres.jdbcUrl(), postgres.password(), "kept");
    }
    try (LocalPostgres postgres = LocalPostgres.start(data, programs)) {
      assertThat(remembered(postgres)).containsExactly("kept");
    }
  }

  @Test
  void theServerThatOutlivedAKilledServiceIsUsedAgain() throws Exception {
    ServiceProcess killed = ServiceProcess.on(data, programs);
    remember(killed.jdbcUrl(), password(), "before the kill");
    killed.kill();

    try (LocalPostgres postgres = LocalPostgres.start(data, programs)) {
      assertThat(postgres.jdbcUrl()).isEqualTo(killed.jdbcUrl());
      assertThat(remembered(postgres)).containsExactly("before the kill");
    }
    assertThat(Files.exists(data.resolve("cluster/postmaster.pid"))).isFalse();
  }

  @Test
  void aServerKilledWithItsServiceLosesNothingThatWasCommitted() throws Exception {
    ServiceProcess killed = ServiceProcess.on(data, programs);
    remember(killed.jdbcUrl(), password(), "before the power cut");
    long server = Postmaster.of(data.resolve("cluster")).orElseThrow().pid();
    kill(server);
    killed.kill();

    try (LocalPostgres postgres = LocalPostgres.start(data, programs)) {
      assertThat(remembered(postgres)).containsExactly("before the power cut");
    }
  }

  @Test
  void aTraceWhoseNumberNowBelongsToAnotherProgramIsSweptAway() throws Exception {
    LocalPostgres.start(data, programs).close();
    Files.writeString(
        data.resolve("cluster/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + data + "/cluster\n0\n1\n\n127.0.0.1\n\nready\n");

    try (LocalPostgres postgres = LocalPostgres.start(data, programs);
        Connection connection = connect(postgres)) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void servicesOnOneDirectoryShareOneServerAndTheLastStopsIt() throws Exception {
    try (ServiceProcess other = ServiceProcess.on(data, programs)) {
      LocalPostgres postgres = LocalPostgres.start(data, programs);
      assertThat(postgres.jdbcUrl()).isEqualTo(other.jdbcUrl());
      postgres.close();
      remember(other.jdbcUrl(), password(), "still there");
    }
    assertThat(Files.exists(data.resolve("cluster/postmaster.pid"))).isFalse();
  }

  @Test
  void aCrashWhileTheClusterWasMadeLeavesNoHalfOfOne() throws Exception {
    Files.createDirectories(data.resolve("cluster.unfinished/base"));

    try (LocalPostgres postgres = LocalPostgres.start(data, programs);
        Connection connection = connect(postgres)) {
      assertThat(show(connection, "data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void aLostPasswordIsNamedAndTheDataLeftAlone() throws Exception {
    LocalPostgres.start(data, programs).close();
    Files.delete(data.resolve("password"));

    assertThatThrownBy(() -> LocalPostgres.start(data, programs))
        .isInstanceOf(LocalPostgresFailure.class)
        .hasMessageContaining("password");
    assertThat(data.resolve("cluster/PG_VERSION")).exists();
  }

  @Test
  void dataOfAnotherMajorVersionIsNamedAndLeftAlone() throws Exception {
    LocalPostgres.start(data, programs).close();
    Files.writeString(data.resolve("cluster/PG_VERSION"), "15\n");

    assertThatThrownBy(() -> LocalPostgres.start(data, programs))
        .isInstanceOf(LocalPostgresFailure.class)
        .hasMessageContaining("is of PostgreSQL 15");
  }

  @Test
  void aStrangersDataIsLeftAlone() throws Exception {
    int stranger = ServerDirectory.uid(temporary);
    ServerAccount account = new ServerAccount(List.of(), stranger + 1);

    assertThatThrownBy(() -> account.refuseStrangers(temporary, stranger + 2))
        .isInstanceOf(LocalPostgresFailure.class)
        .hasMessageContaining("belongs to another user");
  }

  @Test
  void aRefusedRowIsNotQuotedInTheLog() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data, programs)) {
      remember(postgres.jdbcUrl(), postgres.password(), "ada@example.org");
      assertThatThrownBy(() -> remember(postgres.jdbcUrl(), postgres.password(), "ada@example.org"))
          .isInstanceOf(SQLException.class);
    }
    try (Stream<Path> logs = Files.list(data.resolve("cluster/log"))) {
      for (Path log : logs.toList()) {
        assertThat(Files.readString(log)).contains("ERROR").doesNotContain("ada@");
      }
    }
  }

  private String password() throws IOException {
    return Files.readString(data.resolve("password")).strip();
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.username(), postgres.password());
  }

  private static void remember(String jdbcUrl, String password, String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "orders", password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS memory (text text PRIMARY KEY)");
      statement.execute("INSERT INTO memory VALUES ('" + text + "')");
    }
  }

  private static List<String> remembered(LocalPostgres postgres) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT text FROM memory")) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<Path> worldWritable(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> found = new ArrayList<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!Files.isSymbolicLink(file) && permissions(file).charAt(7) == 'w') {
          found.add(file);
        }
      }
      return found;
    }
  }

  private static void kill(long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
  }
}
