package org.orders.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** `make new-gateway` in a copy of the house: what it makes is built, tested, and found wanting. */
class NewGatewayTest {

  private static final Path HOUSE = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String MODULE = "adapters/payment-acme";

  /** How it ended and what it said. */
  private record Run(int exit, String said) {}

  @TempDir private Path copy;

  @Test
  void aNewGatewaysTestsRunAndNameWhatIsMissing() throws Exception {
    copyHouse();

    Run made = run("scripts/new-gateway", "acme");

    assertThat(made.exit).as(made.said).isZero();
    Failures failures = runContract(compile());
    assertThat(failures.run).as("tests that ran").isGreaterThan(70);
    assertThat(failures.messages)
        .as("all fail, each by a method that nobody has written")
        .hasSize(failures.run)
        .allMatch(message -> message.contains("AcmePaymentGateway."))
        .anyMatch(message -> message.contains("tokenize: say how Acme turns a card into a token"))
        .anyMatch(message -> message.contains("readWebhook: say how Acme signs"));
  }

  @Test
  void aNewGatewayIsOneFolderAndALineInTwoPoms() throws Exception {
    copyHouse();

    run("scripts/new-gateway", "acme");

    assertThat(Files.readString(copy.resolve("pom.xml")))
        .containsOnlyOnce("<module>" + MODULE + "</module>");
    assertThat(Files.readString(copy.resolve("bootstrap/pom.xml")))
        .containsOnlyOnce("<artifactId>orders-payment-acme</artifactId>");
    assertThat(Files.readString(copy.resolve(MODULE).resolve("pom.xml")))
        .contains("<artifactId>orders-payment-acme</artifactId>")
        .contains("<name>Orders: payment gateway Acme</name>");
    try (Stream<Path> files = Files.walk(copy.resolve(MODULE))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file + " " + Files.readString(file))
            .doesNotContain("SignedJson")
            .doesNotContain("signedjson")
            .doesNotContain("payment.http");
      }
    }
  }

  @Test
  void anAdapterThatIsThereIsLeftAlone() throws Exception {
    copyHouse();
    run("scripts/new-gateway", "acme");
    String before = Files.readString(copy.resolve("pom.xml"));

    Run again = run("scripts/new-gateway", "acme");

    assertThat(again.exit).isOne();
    assertThat(again.said).contains("There is an adapter of that name already");
    assertThat(Files.readString(copy.resolve("pom.xml"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme", "ac me", "../acme", "1acme", "acme-pay"})
  void aNameIsASmallWord(String name) throws Exception {
    copyHouse();

    Run refused = run("scripts/new-gateway", name);

    assertThat(refused.exit).isEqualTo(2);
    assertThat(refused.said).contains("make new-gateway NAME=acme");
  }

  private void copyHouse() throws IOException {
    List<String> rooms =
        List.of(
            "pom.xml",
            "bootstrap/pom.xml",
            "adapters/payment-http/pom.xml",
            "adapters/payment-http/src",
            "scripts");
    for (String room : rooms) {
      try (Stream<Path> files = Files.walk(HOUSE.resolve(room))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.resolve(HOUSE.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private Run run(String... command) throws IOException, InterruptedException {
    File said = Files.createTempFile(copy, "said", ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
  }

  /** With this module's own class path: the new one has the same dependencies. */
  private List<Path> compile() throws IOException {
    Path main = compile("src/main", classPath());
    return List.of(main, compile("src/test", main + File.pathSeparator + classPath()));
  }

  private Path compile(String folder, String classPath) throws IOException {
    Path classes = Files.createDirectories(copy.resolve("classes").resolve(folder));
    List<String> arguments =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-proc:none", "-parameters", "-cp", classPath));
    try (Stream<Path> sources = Files.walk(copy.resolve(MODULE).resolve(folder))) {
      sources
          .map(Path::toString)
          .filter(source -> source.endsWith(".java"))
          .forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
        .as("what the compiler thinks of " + folder)
        .isZero();
    return classes;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Failures runContract(List<Path> classes) throws Exception {
    Failures failures = new Failures();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.getFirst().toUri().toURL(), classes.getLast().toUri().toURL()},
            NewGatewayTest.class.getClassLoader())) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  DiscoverySelectors.selectClass(
                      loader.loadClass("org.orders.adapter.acme.AcmeContractTest")))
              .build();
      LauncherFactory.create().execute(request, failures);
    }
    return failures;
  }

  /** What the tests of the new adapter failed by. */
  private static final class Failures implements TestExecutionListener {
    final List<String> messages = new ArrayList<>();
    int run;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        run++;
      }
      result.getThrowable().ifPresent(thrown -> messages.add(trace(thrown)));
    }

    private static String trace(Throwable thrown) {
      StringWriter text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text));
      return text.toString();
    }
  }
}
