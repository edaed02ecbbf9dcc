package org.orders.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;

/** The curl lines of the documents, pasted into a terminal beside a fresh service. */
@ShopTest
class ReadmeIT {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final Services services;

  @TempDir Path folder;

  ReadmeIT(Services services) {
    this.services = services;
  }

  @Test
  void whatTheDocumentsShowWorks() throws IOException, InterruptedException {
    if (!ShellExamples.canRun()) {
      System.out.println("Not checked: the curl lines of the documents (need sh and curl).");
      abort("needs sh and curl");
    }
    var fresh =
        services.start("newcomer", services.newDatabase(), Map.of("ORDERS_DEMO_CATALOGUE", "true"));
    var address = fresh.address().toString();

    aFirstOrder(run("README.md", address));
    theGuide(run("docs/api-guide.md", address));
  }

  private static void aFirstOrder(List<String> printed) {
    assertThat(printed).hasSize(2);
    var placed = printed.getFirst();
    assertThat(placed)
        .contains("\"status\":\"PENDING\"", "\"accessToken\":\"", "\"quantity\":2")
        .contains("สมชาย ใจดี");
    assertThat(printed.getLast())
        .as("the order, its history, and the order cancelled")
        .contains("\"id\":\"" + firstId(placed) + "\"")
        .contains("\"type\":\"PLACED\"")
        .contains("\"status\":\"CANCELLED\"");
  }

  private static void theGuide(List<String> printed) {
    assertThat(printed).hasSize(13);
    assertThat(printed.get(1)).as("refreshed").contains("\"accessToken\":\"");

    var created = printed.get(2).split("(?=HTTP/1\\.1 )");
    assertThat(created).as("two answers to one key").hasSize(2);
    assertThat(created[0]).startsWith("HTTP/1.1 201").doesNotContainIgnoringCase("replayed");
    assertThat(created[1])
        .startsWith("HTTP/1.1 201")
        .containsIgnoringCase("Idempotent-Replayed: true")
        .contains(firstId(created[0]));

    assertThat(printed.get(3).lines()).as("fresh tag, stale tag").containsExactly("200", "412");
    assertThat(printed.get(4)).as("a page of orders").contains("\"items\":[", "\"nextCursor\":");
    assertThat(printed.get(5).lines().findFirst().orElseThrow())
        .as("what was meant")
        .contains("Sencha");
    assertThat(printed.get(6))
        .as("files")
        .contains("{\"created\":1,\"updated\":0,\"rejected\":[{\"line\":3,")
        .contains("sku,name,description,price,currency,inventory,lowStockThreshold")
        .contains("number,placedAt,status,");
    assertThat(printed.get(7))
        .as("an order from end to end")
        .contains("\"status\":\"AUTHORIZED\"", "\"totalAmount\":15.80")
        .contains("\"to\":\"CONFIRMED\"", "\"to\":\"SHIPPED\"", "\"to\":\"DELIVERED\"");
    assertThat(printed.get(8))
        .as("a parcel")
        .contains("\"status\":\"ANNOUNCED\"", "\"status\":\"DELIVERED\"");
    assertThat(printed.get(9))
        .as("a return")
        .contains("\"status\":\"APPROVED\"", "\"status\":\"RECEIVED\"");
    assertThat(printed.get(10)).as("an alert").contains("\"acknowledgedAt\":", "\"inventory\":4");
    assertThat(printed.get(11)).as("a wish").contains("\"lowStock\":true");
    assertThat(printed.get(12)).as("the books").contains("\"drifts\":[]");
  }

  private List<String> run(String document, String address)
      throws IOException, InterruptedException {
    var printed =
        ShellExamples.of(ROOT.resolve(document))
            .run(
                folder,
                address,
                Map.of(
                    "ORDERS_ADMIN_USERNAME", RunningService.ADMIN_USERNAME,
                    "ORDERS_ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD));
    assertThat(printed)
        .as("no refusals in " + document)
        .noneMatch(one -> one.contains("/problems/"));
    return printed;
  }

  private static String firstId(String printed) {
    var id = ID.matcher(printed);
    assertThat(id.find()).as("an id in %s", printed).isTrue();
    return id.group(1);
  }
}
