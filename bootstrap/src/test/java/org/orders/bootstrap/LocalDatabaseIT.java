package org.orders.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orders.adapter.localpostgres.LocalPostgres;

/** When the packaged service brings a database of its own, and what becomes of it. */
class LocalDatabaseIT {

  @TempDir Path folder;

  @Test
  void withoutAConfiguredDatabaseItKeepsOneInItsDataDirectory() throws Exception {
    ServiceProcess killed = ServiceProcess.start(folder, Map.of()).awaitStart();
    assertThat(killed.readiness()).isEqualTo(200);
    assertThat(killed.said()).contains("http://localhost:" + killed.port() + "/q/swagger-ui");
    assertThat(killed.said()).contains("Started PostgreSQL in");
    killed.kill();
    assertThat(pidFile(folder.resolve("data"))).exists();

    try (ServiceProcess next = ServiceProcess.start(folder, Map.of()).awaitStart()) {
      assertThat(next.readiness()).isEqualTo(200);
      assertThat(next.said()).contains("Found PostgreSQL running in").doesNotContain("ERROR");
      next.close();
      assertThat(next.said()).doesNotContain("ERROR").doesNotContain("could not be stopped");
    }
    assertThat(pidFile(folder.resolve("data"))).doesNotExist();
  }

  @Test
  void ordersDataDirMovesIt() throws Exception {
    Path elsewhere = folder.resolve("else where");

    try (ServiceProcess service =
        ServiceProcess.start(folder, Map.of("ORDERS_DATA_DIR", elsewhere.toString()))
            .awaitStart()) {
      assertThat(service.readiness()).isEqualTo(200);
    }

    assertThat(elsewhere.resolve("postgres/cluster")).isDirectory();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void withAConfiguredDatabaseNothingEmbeddedStarts() throws Exception {
    try (LocalPostgres given = LocalPostgres.start(folder.resolve("given"));
        ServiceProcess service =
            ServiceProcess.start(
                    folder,
                    Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", given.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", given.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", given.password()))
                .awaitStart()) {
      assertThat(service.readiness()).isEqualTo(200);
      assertThat(service.said()).doesNotContain("PostgreSQL in");
      assertThat(folder.resolve("data/postgres")).doesNotExist();
    }
  }

  @Test
  void whyItCannotKeepOneIsSaidInWords() throws Exception {
    Files.writeString(folder.resolve("data"), "a file where a directory should be");

    try (ServiceProcess service = ServiceProcess.start(folder, Map.of())) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.said()).contains("ORDERS_DATA_DIR").doesNotContain("\tat ");
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("postgres/cluster/postmaster.pid");
  }
}
