package org.orders.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The build itself, asked to build what it must refuse: with the real poms, offline, in a copy. */
class SeededViolationsIT {

  private static final Path ROOM = Path.of(System.getProperty("orders.target"), "seeded");

  @BeforeEach
  void anEmptyRoom() throws IOException {
    if (!Files.exists(ROOM)) {
      return;
    }
    Files.walkFileTree(
        ROOM,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void everyModuleRefusesADependencyOfAnotherLayer() throws Exception {
    copyPom(".", pom -> pom);
    for (String module : House.modules()) {
      copyPom(module, pom -> forbiddenTo(module).map(it -> withDependency(pom, it)).orElse(pom));
    }

    String said = build("validate", "--fail-never");

    for (String module : House.modules()) {
      forbiddenTo(module)
          .ifPresent(
              forbidden ->
                  assertThat(reportOn(said, module))
                      .as("what the build says of " + module + " in:\n" + said)
                      .contains("BannedDependencies failed")
                      .contains(forbidden + ":"));
    }
    assertThat(said).containsPattern("Orders: the service [. ]+SUCCESS");
  }

  /** What a module is made to depend on, and must not; bootstrap may see everything. */
  private static Optional<String> forbiddenTo(String module) {
    return switch (module) {
      case "bootstrap" -> Optional.empty();
      case "domain", "application" -> Optional.of("org.tukaani:xz");
      case "adapters/local-postgres" -> Optional.of("org.orders:orders-domain");
      default -> Optional.of("org.orders:orders-local-postgres");
    };
  }

  @Test
  void theCompilerRefusesWhatErrorProneAndNullAwayKnowToBeWrong() throws Exception {
    copyPom(".", SeededViolationsIT::withSeededModulesOnly);
    seedModule("sound");
    seed("sound", "marked", "String name() { return \"sound\"; }");
    mark("sound", "marked");
    seedModule("wrong");
    seed("wrong", "unmarked", "String name() { return \"unmarked\"; }");
    mark("wrong", "marked");
    seed(
        "wrong",
        "marked",
        """
        String nullness() { return null; }
        boolean comparison(Integer one, Integer other) { return one == other; }
        byte[] charset(String text) { return text.getBytes(); }
        String locale(String text) { return text.toUpperCase(); }
        Object zone() { return java.time.LocalDate.now(); }
        """);

    String said = build("compile", "--fail-at-end", "-Denforcer.skip=true");

    assertThat(said)
        .containsPattern("seeded sound [. ]+SUCCESS")
        .containsPattern("seeded wrong [. ]+FAILURE")
        .contains("[NullAway] returning @Nullable expression")
        .contains("[RequireExplicitNullMarking]")
        .containsPattern("\\[(BoxedPrimitiveEquality|ReferenceEquality)]")
        .contains("[DefaultCharset]")
        .contains("[StringCaseLocaleUsage]")
        .contains("[JavaTimeDefaultTimeZone]");
  }

  private interface Change {
    String in(String pom);
  }

  private static void copyPom(String module, Change change) throws IOException {
    Path target = Files.createDirectories(ROOM.resolve(module)).resolve("pom.xml");
    Files.writeString(
        target, change.in(Files.readString(House.ROOT.resolve(module).resolve("pom.xml"))));
  }

  private static String withDependency(String pom, String coordinates) {
    int colon = coordinates.indexOf(':');
    return pom.replaceFirst(
        "(?s)<dependencies>",
        "<dependencies><dependency><groupId>"
            + coordinates.substring(0, colon)
            + "</groupId><artifactId>"
            + coordinates.substring(colon + 1)
            + "</artifactId></dependency>");
  }

  private static String withSeededModulesOnly(String pom) {
    return pom.replaceFirst(
        "(?s)<modules>.*?</modules>",
        "<modules><module>sound</module><module>wrong</module></modules>");
  }

  private static void seedModule(String name) throws IOException {
    Path module = Files.createDirectories(ROOM.resolve(name));
    Files.writeString(
        module.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>org.orders</groupId>
            <artifactId>orders-parent</artifactId>
            <version>VERSION</version>
          </parent>
          <artifactId>seeded-NAME</artifactId>
          <name>seeded NAME</name>
          <dependencies>
            <dependency>
              <groupId>org.jspecify</groupId>
              <artifactId>jspecify</artifactId>
              <scope>provided</scope>
            </dependency>
          </dependencies>
        </project>
        """
            .replace("NAME", name)
            .replace("VERSION", System.getProperty("orders.version")));
  }

  private static void seed(String module, String subpackage, String members) throws IOException {
    Files.writeString(
        code(module, subpackage).resolve("Seeded.java"),
        "package org.orders."
            + subpackage
            + ";\n\n/** Seeded. */\npublic class Seeded {\n"
            + members
            + "}\n");
  }

  private static void mark(String module, String subpackage) throws IOException {
    Files.writeString(
        code(module, subpackage).resolve("package-info.java"),
        "@org.jspecify.annotations.NullMarked\npackage org.orders." + subpackage + ";\n");
  }

  private static Path code(String module, String subpackage) throws IOException {
    return Files.createDirectories(
        ROOM.resolve(module).resolve("src/main/java/org/orders").resolve(subpackage));
  }

  /** The part of the output that says why one module was refused. */
  private static String reportOn(String said, String module) {
    String artifact =
        module.equals("src-test-integration")
            ? "orders-integration-tests"
            : "orders-" + module.replace("adapters/", "");
    return Pattern.compile("Failed to execute goal")
        .splitAsStream(said)
        .filter(part -> part.contains("(layer) on project " + artifact + ":"))
        .findFirst()
        .orElse("");
  }

  private static String build(String... arguments) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("maven.home"));
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "--offline",
                "--batch-mode",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local")));
    command.addAll(List.of(arguments));
    File log = ROOM.resolve("build.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ROOM.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return Files.readString(log.toPath(), StandardCharsets.UTF_8);
  }
}
