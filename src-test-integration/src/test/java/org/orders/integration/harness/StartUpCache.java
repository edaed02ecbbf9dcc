package org.orders.integration.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM keeps of one start of the service, so that all others of a run take a third of the
 * time: its classes, loaded and linked (an AOT cache, JEP 514). Tests start services by the dozen.
 */
final class StartUpCache {

  /** To write it out, the JVM starts once more while the service ends. */
  private static final Duration WRITING_BOUND = Duration.ofSeconds(120);

  private static volatile @Nullable Path cache;

  private StartUpCache() {}

  /**
   * Starts the service on this database, lets it do what most tests do, and keeps what it was, all
   * beside the first tests: what they start before it is done starts without it.
   */
  static void learn(Database database) {
    Thread.ofPlatform().daemon().name("start-up-cache").start(() -> write(database));
  }

  private static void write(Database database) {
    var file = Path.of("target", "service.aot").toAbsolutePath();
    try {
      Files.deleteIfExists(file);
      var service =
          RunningService.start(
              "learning",
              RunningService.settings(
                  database, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + file)));
      var shop = service.shop();
      var product = shop.newProduct("12.50", 9);
      shop.anyone().post("/orders", Shop.guestBasket(product.times(1)));
      shop.newCustomer();
      service.askToEnd();
      service.awaitExit(WRITING_BOUND);
      cache = Files.exists(file) ? file : null;
    } catch (IOException | RuntimeException e) {
      System.out.println("Services start without a cache: " + e);
    }
  }

  /** The JVM's options for a start that makes use of it; none before it was learned. */
  static List<String> options() {
    var file = cache;
    return file == null ? List.of() : List.of("-XX:AOTCache=" + file);
  }
}
