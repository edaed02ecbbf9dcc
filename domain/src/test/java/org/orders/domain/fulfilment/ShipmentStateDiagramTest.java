package org.orders.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.TransitionTable;

/**
 * The page on shipment states shows the table of the code. After a change of the table {@code mvn
 * -pl domain test -Dtest=ShipmentStateDiagramTest -Dupdate-docs=true} writes it anew.
 */
class ShipmentStateDiagramTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."))
          .toAbsolutePath()
          .normalize()
          .getParent()
          .resolve("docs/shipment-states.md");

  @Test
  void thePageOnShipmentStatesShowsTheTable() throws IOException {
    String content = page(ShipmentStateTest.table());
    if (Boolean.getBoolean("update-docs")) {
      Files.writeString(PAGE, content);
    }
    assertThat(PAGE)
        .as(
            "it is drawn anew by: mvn -pl domain test -Dtest=ShipmentStateDiagramTest"
                + " -Dupdate-docs=true")
        .exists()
        .content()
        .isEqualTo(content);
  }

  private static String page(TransitionTable table) {
    return """
        # The states of a shipment

        <!-- Written by ShipmentStateDiagramTest from the machine in ShipmentState.java; do not edit. -->
        ```mermaid
        %s```

        What each trigger does in each state. `-`: it cannot be. `stays`: nothing happens, because it is so
        already or comes too late to matter.

        ```
        %s```

        - **ask**: the carrier has a name for the parcel and is about to be asked for its label. From then on
          until an answer is recorded nobody knows whether there is one; whoever finds an ASKED shipment asks
          what became of it, under the same name.
        - **refuse**: the carrier makes no label for it as it is. Callers see `FAILED`; it may be asked again,
          and as long as the carrier was not asked, or has refused, another one may have the parcel.
        - **label**: from here on the pieces count as shipped: they are reserved no longer, and the order
          cannot be cancelled.
        - **move**, **fail**, **deliver**, **return**: what the carrier reports, or an administrator says. They
          only lead on, so that reports may come twice, late and in any order.
        - **give up**: the order was cancelled, or handed over by hand. What may have a label is ABANDONED until
          the label is given back. Callers see `VOIDED`.
        - **close**: there is no label any more. Where the carrier cannot promise to make none, the shipment is
          DOUBTFUL: VOIDED, but a label that turns up later under its name is ABANDONED again. A label that
          turns up under any other name than the shipment's own is given back by a job of its own.
        - What is handed over by hand begins as INTRANSIT.
        """
        .formatted(table.mermaid(), table.text());
  }
}
