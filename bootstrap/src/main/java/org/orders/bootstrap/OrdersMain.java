package org.orders.bootstrap;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.orders.adapter.localpostgres.LocalPostgres;
import org.orders.adapter.localpostgres.LocalPostgresFailure;

/**
 * The program: the service over the PostgreSQL that its configuration names, or, where it names
 * none, over one of its own for this machine.
 */
@QuarkusMain
public final class OrdersMain {

  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
  private static final String USERNAME = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";

  /**
   * How many threads carry the virtual ones that serve requests. A virtual thread that waits while
   * classes are loaded keeps its carrier: on a machine of two cores two of them would stop all.
   */
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  private static final int MIN_CARRIERS = 8;

  private static final String DEMO_CATALOGUE = "orders.demo-catalogue";

  /** Longer than the service may take to close (quarkus.shutdown.timeout and its pool). */
  private static final Duration CLOSING_TIME = Duration.ofSeconds(30);

  private OrdersMain() {}

  /**
   * Starts the service and returns when it has ended.
   *
   * @param arguments none are known; Quarkus reads its own
   */
  public static void main(String... arguments) {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(MIN_CARRIERS, Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, Integer.toString(carriers));
    }
    Config config = ConfigProvider.getConfig();
    if (config.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
      if (ImageMode.current() == ImageMode.NATIVE_RUN) {
        refuse(
            "No database: the native program brings none. Set QUARKUS_DATASOURCE_JDBC_URL,"
                + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        return;
      }
      try {
        startDatabase(dataDirectory(config).resolve("postgres"));
      } catch (LocalPostgresFailure failure) {
        refuse(failure.reason());
        return;
      }
    }
    Quarkus.run(OrdersService.class, arguments);
  }

  /** Where everything lives that this machine keeps for the service. */
  static Path dataDirectory(Config config) {
    return Path.of(config.getValue("orders.data.dir", String.class));
  }

  private static void startDatabase(Path directory) {
    LocalPostgres postgres = LocalPostgres.start(directory);
    System.setProperty(JDBC_URL, postgres.jdbcUrl());
    System.setProperty(USERNAME, postgres.username());
    System.setProperty(PASSWORD, postgres.password());
    if (System.getProperty(DEMO_CATALOGUE) == null
        && System.getenv("ORDERS_DEMO_CATALOGUE") == null) {
      System.setProperty(DEMO_CATALOGUE, "true");
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stopDatabase(postgres), "stop-local-postgres"));
  }

  /** Hooks run side by side: the server waits until the service has given its connections back. */
  private static void stopDatabase(LocalPostgres postgres) {
    long deadline = System.nanoTime() + CLOSING_TIME.toNanos();
    while (ApplicationLifecycleManager.getCurrentApplication() != null
        && System.nanoTime() < deadline) {
      try {
        Thread.sleep(Duration.ofMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    postgres.close();
  }

  private static void refuse(String reason) {
    System.err.println(reason);
    System.exit(1);
  }
}
