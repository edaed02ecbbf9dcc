package org.orders.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One process of the packaged application, listening on a port of its own, with a log file. */
public final class RunningService implements AutoCloseable {

  /** The first administrator of every service that tests start. */
  public static final String ADMIN_USERNAME = "first-admin";

  /** The first administrator's password. */
  public static final String ADMIN_PASSWORD = "correct-horse-battery-staple-1";

  /** The first service client of every service that tests start. */
  public static final String SERVICE_CLIENT_ID = "warehouse";

  /** The first service client's secret. */
  public static final String SERVICE_CLIENT_SECRET = "a-secret-of-the-warehouse-42";

  /** What the built-in carrier signs its events with. */
  public static final String CARRIER_SECRET = "carrier-secret-of-the-tests";

  private static final Duration START_BOUND = Duration.ofSeconds(90);
  private static final Set<RunningService> RUNNING = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger STARTED = new AtomicInteger();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(service -> service.process.destroyForcibly())));
  }

  private final String name;
  private final Map<String, String> settings;
  private final int port;
  private final Path folder;
  private final Process process;

  private RunningService(
      String name, Map<String, String> settings, int port, Path folder, Process process) {
    this.name = name;
    this.settings = settings;
    this.port = port;
    this.folder = folder;
    this.process = process;
  }

  /** Starts a process with these settings and returns once it says that it is ready. */
  public static RunningService start(String name, Map<String, String> settings) {
    var unique = name + "-" + STARTED.incrementAndGet();
    var folder = Path.of("target", "services", unique).toAbsolutePath();
    return launch(unique, settings, FreePort.find(), folder).awaitReady();
  }

  private static RunningService launch(
      String name, Map<String, String> settings, int port, Path folder) {
    try {
      Files.createDirectories(folder);
      var builder = new ProcessBuilder(PackagedApplication.command());
      builder.directory(folder.toFile());
      var environment = builder.environment();
      environment.keySet().removeIf(key -> key.startsWith("ORDERS_") || key.startsWith("QUARKUS_"));
      environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
      environment.put("ORDERS_ADMIN_USERNAME", ADMIN_USERNAME);
      environment.put("ORDERS_ADMIN_PASSWORD", ADMIN_PASSWORD);
      environment.put("ORDERS_SERVICE_CLIENT_ID", SERVICE_CLIENT_ID);
      environment.put("ORDERS_SERVICE_CLIENT_SECRET", SERVICE_CLIENT_SECRET);
      environment.put("ORDERS_SHIPPING_LOCAL_WEBHOOK_SECRET", CARRIER_SECRET);
      // A quarter of the work: passwords of tests need not be safe, and each customer has one.
      environment.put("ORDERS_PASSWORD_COST", "8");
      environment.putAll(settings);
      builder.redirectErrorStream(true);
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(folder.resolve("service.log").toFile()));
      var service = new RunningService(name, settings, port, folder, builder.start());
      RUNNING.add(service);
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunningService awaitReady() {
    var end = System.nanoTime() + START_BOUND.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "%s ended with %d while starting:%n%s"
                .formatted(name, process.exitValue(), logTail(0)));
      }
      if (isReady()) {
        return this;
      }
      Patience.pause(Duration.ofMillis(50));
    }
    close();
    throw new IllegalStateException(
        "%s was not ready within %s:%n%s".formatted(name, START_BOUND, logTail(0)));
  }

  /** Whether the service says at this moment that it can take requests. */
  public boolean isReady() {
    try {
      var request =
          HttpRequest.newBuilder(address().resolve("/q/health/ready"))
              .timeout(Duration.ofSeconds(15))
              .build();
      return QuickClient.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where the service is reached. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The shop this service runs. */
  public Shop shop() {
    return new Shop(address());
  }

  /** Ends the process at once, as kill -9 or a power cut does. */
  public void killAtOnce() {
    process.destroyForcibly();
    awaitExit(Duration.ofSeconds(20));
  }

  /** Stops the process where it stands, as a long pause of its machine does. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets a frozen process go on, as if no time had passed. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + name + " answered " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks the process to end, as an orchestrator does (SIGTERM), and does not wait for it. */
  public void askToEnd() {
    process.destroy();
  }

  /** Waits until the process has ended, and answers its exit code. */
  public int awaitExit(Duration bound) {
    try {
      if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " still runs after " + bound);
      }
      RUNNING.remove(this);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the same service again after its end: same settings, same port, same folder. */
  public RunningService startAgain() {
    if (process.isAlive()) {
      throw new IllegalStateException(name + " still runs");
    }
    return launch(name, settings, port, folder).awaitReady();
  }

  /** The folder in which the process runs and logs. */
  public Path folder() {
    return folder;
  }

  /** Everything that was logged so far. */
  public String said() {
    try {
      return Files.readString(folder.resolve("service.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log's length in bytes. */
  long logLength() {
    try {
      return Files.size(folder.resolve("service.log"));
    } catch (IOException e) {
      return 0;
    }
  }

  /** The end of what was logged after a position, at most some screens of it. */
  String logTail(long position) {
    try {
      var all = Files.readAllBytes(folder.resolve("service.log"));
      int from = (int) Math.max(Math.min(position, all.length), all.length - 12_000L);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  static Set<RunningService> running() {
    return Set.copyOf(RUNNING);
  }

  /** Settings of one service: those of a database and some of a test's own. */
  public static Map<String, String> settings(Database database, Map<String, String> own) {
    var all = new HashMap<>(database.asEnvironment());
    all.putAll(own);
    return Map.copyOf(all);
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      // Who is frozen would not hear that it is to end.
      thaw();
      process.destroy();
      try {
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
    RUNNING.remove(this);
  }

  @Override
  public String toString() {
    return name + " at " + address();
  }
}
