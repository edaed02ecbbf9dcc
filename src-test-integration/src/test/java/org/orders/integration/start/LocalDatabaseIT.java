package org.orders.integration.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** When the packaged service brings a database of its own, and what becomes of it. */
@ShopTest
class LocalDatabaseIT {

  private static final Duration ENDING = Duration.ofSeconds(90);

  private final Services services;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  LocalDatabaseIT(Services services) {
    this.services = services;
  }

  @Test
  void withoutAConfiguredDatabaseItKeepsOneUntilItEnds() throws IOException {
    var killed = startIn(folder.resolve("data"));
    assertThat(killed.said()).contains(":" + killed.address().getPort() + "/q/swagger-ui");
    assertThat(killed.said()).contains("Started PostgreSQL in");
    killed.killAtOnce();
    assertThat(postmasters()).hasSize(1);

    var next = services.startAgain(killed);
    assertThat(next.said()).contains("Found PostgreSQL running in");
    next.askToEnd();
    next.awaitExit(ENDING);
    assertThat(next.said()).doesNotContain("ERROR").doesNotContain("could not be stopped");
    assertThat(postmasters()).isEmpty();
  }

  @Test
  void itsPlaceIsInTheDataDirectoryAndOrdersDataDirMovesThat() throws IOException {
    var usual = services.startWithoutDatabase("usual", forPeople(Map.of()));
    assertThat(usual.folder().resolve("data/postgres/cluster")).isDirectory();
    usual.close();

    var moved = startIn(folder.resolve("else where"));
    assertThat(folder.resolve("else where/postgres/cluster")).isDirectory();
    assertThat(moved.folder().resolve("data")).doesNotExist();
    moved.close();
  }

  @Test
  void withAConfiguredDatabaseNothingEmbeddedStarts() {
    var service = services.start("given", services.newDatabase(), forPeople(Map.of()));

    assertThat(service.said()).doesNotContain("PostgreSQL in");
    assertThat(service.folder().resolve("data/postgres")).doesNotExist();
  }

  @Test
  void whyItCannotKeepOneIsSaidInWords() throws IOException {
    var file = Files.writeString(folder.resolve("data"), "a file where a directory should be");

    assertThatThrownBy(() -> startIn(file))
        .hasMessageContaining("ended with 1")
        .hasMessageContaining("ORDERS_DATA_DIR")
        .hasMessageNotContaining("\tat ");
  }

  private RunningService startIn(Path data) {
    return services.startWithoutDatabase(
        "local", forPeople(Map.of("ORDERS_DATA_DIR", data.toString())));
  }

  private static Map<String, String> forPeople(Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("ORDERS_LOG_JSON", "false");
    return all;
  }

  /** Also where a test failed, no server outlives it. */
  @AfterEach
  void noServerIsLeftBehind() throws IOException {
    for (var file : postmasters()) {
      var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private List<Path> postmasters() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("postmaster.pid")).toList();
    }
  }
}
