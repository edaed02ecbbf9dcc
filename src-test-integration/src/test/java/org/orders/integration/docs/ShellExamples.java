package org.orders.integration.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shell examples of a document, in its order: the blocks fenced as {@code sh}, which a reader
 * pastes one after the other into one terminal.
 */
record ShellExamples(List<String> blocks) {

  /** Where a reader who did what the README says reaches the service. */
  private static final String DEFAULT_ADDRESS = "http://localhost:8080";

  private static final Pattern FENCED = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final String SEPARATOR = "=== end of a block ===";

  static ShellExamples of(Path document) throws IOException {
    return new ShellExamples(
        FENCED.matcher(Files.readString(document)).results().map(block -> block.group(1)).toList());
  }

  /** Whether this machine has what the examples use. */
  static boolean canRun() {
    return Stream.of("sh", "curl", "grep", "cut", "tr", "date")
        .allMatch(
            program ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
  }

  /** Runs all blocks in one shell and answers what each of them printed. */
  List<String> run(Path folder, String address, Map<String, String> environment)
      throws IOException, InterruptedException {
    var script =
        blocks.stream()
            .map(block -> block.replace(DEFAULT_ADDRESS, address))
            .collect(Collectors.joining("\necho '" + SEPARATOR + "'\n", "set -eu\n", "\n"));
    var output = folder.resolve("output").toFile();
    var builder =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().putAll(environment);
    var shell = builder.start();
    if (!shell.waitFor(2, TimeUnit.MINUTES)) {
      shell.destroyForcibly();
      throw new AssertionError("The examples run for ever:\n" + Files.readString(output.toPath()));
    }
    var printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
    if (shell.exitValue() != 0) {
      throw new AssertionError("The shell ended with " + shell.exitValue() + ":\n" + printed);
    }
    return List.of(printed.split(SEPARATOR + "\\n", -1));
  }
}
