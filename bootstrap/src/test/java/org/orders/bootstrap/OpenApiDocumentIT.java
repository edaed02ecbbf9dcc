package org.orders.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The description of the API that is kept in {@code docs/openapi.yaml} is the one that this build
 * serves, so that a change of the API is seen where changes are read.
 */
class OpenApiDocumentIT {

  private static final Path KEPT = Path.of(System.getProperty("orders.house"), "docs/openapi.yaml");
  private static final Path BUILT =
      Path.of(System.getProperty("orders.target"), "openapi/openapi.yaml");

  private static final String HOW =
      "This build describes the API otherwise than docs/openapi.yaml does. Was that meant? Then"
          + " write it anew with: make openapi (or add -Dupdate-docs=true to mvn verify), and"
          + " commit it. The first difference is in line %d.";

  @Test
  void theKeptDescriptionIsTheOneOfThisBuild() throws IOException {
    String built = Files.readString(BUILT);
    if (Boolean.getBoolean("update-docs")) {
      Files.writeString(KEPT, built);
    }
    assertThat(KEPT).as("make openapi writes it").exists();
    String kept = Files.readString(KEPT);
    assertThat(kept.equals(built)).as(HOW, firstDifference(kept, built)).isTrue();
  }

  private static int firstDifference(String kept, String built) {
    var left = kept.lines().toList();
    var right = built.lines().toList();
    int line = 0;
    while (line < Math.min(left.size(), right.size()) && left.get(line).equals(right.get(line))) {
      line++;
    }
    return line + 1;
  }
}
