package org.orders.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, started as `make run` starts it. */
final class ServiceProcess implements AutoCloseable {

  private static final Path JAR =
      Path.of(System.getProperty("orders.target"), "quarkus-app", "quarkus-run.jar");
  private static final Pattern ADDRESS = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path log;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServiceProcess start(Path folder, Map<String, String> environment) throws IOException {
    Path log = Files.createTempFile(folder, "service", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("ORDERS_"));
    builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", "0", "ORDERS_LOG_JSON", "false"));
    builder.environment().putAll(environment);
    return new ServiceProcess(builder.start(), log);
  }

  /** Waits until it says that it is up. */
  ServiceProcess awaitStart() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains("Ctrl-C")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("The service did not start:\n" + said());
      }
      Thread.sleep(100);
    }
    return this;
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  int readiness() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI ready = URI.create("http://localhost:" + port() + "/q/health/ready");
      return client
          .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  String port() throws IOException {
    Matcher address = ADDRESS.matcher(said());
    if (!address.find()) {
      throw new AssertionError("The service names no address:\n" + said());
    }
    return address.group(1);
  }

  /** Ends it as the power cord would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its own end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The service goes on");
    }
    return process.exitValue();
  }

  /** Asks it to end (SIGTERM) and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
