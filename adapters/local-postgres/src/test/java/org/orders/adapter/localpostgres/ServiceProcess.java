package org.orders.adapter.localpostgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that uses a local PostgreSQL until it is told to leave, or killed. */
final class ServiceProcess implements AutoCloseable {

  private final Process process;
  private final String jdbcUrl;

  private ServiceProcess(Process process, String jdbcUrl) {
    this.process = process;
    this.jdbcUrl = jdbcUrl;
  }

  static ServiceProcess on(Path dataDirectory, Path programs) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProcess.class.getName(),
                dataDirectory.toString(),
                programs.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String jdbcUrl = said.readLine();
    if (jdbcUrl == null) {
      throw new IOException("The other service did not start");
    }
    return new ServiceProcess(process, jdbcUrl);
  }

  /** What the other JVM runs. */
  public static void main(String[] arguments) throws IOException {
    try (LocalPostgres postgres =
        LocalPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
      System.out.println(postgres.jdbcUrl());
      System.out.flush();
      while (System.in.read() >= 0) {
        // Until the other side closes.
      }
    }
  }

  String jdbcUrl() {
    return jdbcUrl;
  }

  /** Ends it as the power cord would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it leave in order. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
