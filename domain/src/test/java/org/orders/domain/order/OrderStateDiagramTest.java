package org.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.TransitionTable;

/**
 * The diagrams in the documents show the table of the code. After a change of the table {@code mvn
 * -pl domain test -Dtest=OrderStateDiagramTest -Dupdate-docs=true} writes them anew.
 */
class OrderStateDiagramTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();

  private static final Pattern DIAGRAM =
      Pattern.compile("(?<=```mermaid\n)stateDiagram-v2\n.*?(?=```)", Pattern.DOTALL);

  private static final String HOW =
      "it is drawn anew by: mvn -pl domain test -Dtest=OrderStateDiagramTest -Dupdate-docs=true";

  @Test
  void thePageOnOrderStatesShowsTheTable() throws IOException {
    assertIsUpToDate(ROOT.resolve("docs/order-states.md"), page(OrderStateTest.table()));
  }

  @Test
  void theReadmeShowsTheSameDiagram() throws IOException {
    Path readme = ROOT.resolve("README.md");
    String text = Files.readString(readme);

    assertThat(DIAGRAM.matcher(text).results()).as("state diagrams in README.md").hasSize(1);
    String drawn = Matcher.quoteReplacement(OrderStateTest.table().mermaid());
    assertIsUpToDate(readme, DIAGRAM.matcher(text).replaceFirst(drawn));
  }

  private static void assertIsUpToDate(Path file, String content) throws IOException {
    if (Boolean.getBoolean("update-docs")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(file).as(HOW).exists().content().isEqualTo(content);
  }

  private static String page(TransitionTable table) {
    return """
        # The states of an order

        <!-- Written by OrderStateDiagramTest from the state machine in OrderState.java; do not edit. -->
        ```mermaid
        %s```

        What each trigger does in each state. `-`: refused, with the problem
        `illegal-transition`. `stays`: nothing happens, and that is well; cancelling twice answers the same.

        ```
        %s```

        - **confirm**: it was paid, or may be paid later; an order of which nothing is to be paid is confirmed
          as it is placed.
        - **begin fulfilment**, **ship**, **deliver**: refused with the problem `on-hold` while somebody
          halts the order.
        - **cancel** and **lapse** give the stock back; **ship** lets it go for good.
        - **look for lapse**: the sweep looks at an order whose time to be paid is not over, or that was paid,
          shipped or cancelled in the meantime.
        """
        .formatted(table.mermaid(), table.text());
  }
}
