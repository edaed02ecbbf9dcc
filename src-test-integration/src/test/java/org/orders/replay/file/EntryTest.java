package org.orders.replay.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {

  @ParameterizedTest
  @CsvSource({
    "536365,  6,     2.55, Sale",
    "536365,  1,    0.001, Sale",
    "A563185, 1, 11062.06, Sale",
    "A563186, 1, -11062.06, Unusable",
    "536941,  20,       0, Adjustment",
    "537032, -30,       0, Adjustment",
    "537032, -30,    2.55, Adjustment",
    "537032, -30,   -2.55, Adjustment",
    "C536379, -1,    27.5, Credit",
    "C536379, -1,       0, Credit",
    "C536379,  1,    27.5, Unusable",
    "C536379,  0,    27.5, Unusable",
    "536365,   0,    2.55, Unusable",
  })
  void whatARowIsFollowsFromInvoiceQuantityAndPrice(
      String invoice, long quantity, String price, String kind) {
    assertThat(Entry.of(row(invoice, quantity, price)).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.00, true",
    "0.004, 0.00, true",
    "0.005, 0.01, true",
    "2.55, 2.55, false",
    "2.550, 2.55, false",
    "1.115, 1.12, true",
    "3, 3.00, false"
  })
  void pricesAreRoundedHalfUpToPence(String written, String price, boolean rounded) {
    var row = row("1", 1, written);
    assertThat(row.price()).isEqualTo(new BigDecimal(price));
    assertThat(row.rounded()).isEqualTo(rounded);
  }

  @Test
  void theFilesTotalIsThatOfItsSalesAtRoundedPrices() {
    var rows =
        List.of(
            row("1", 6, "2.55"),
            row("1", 1000, "0.001"),
            row("A2", 1, "10.005"),
            row("A2", 1, "-7"),
            row("2", -3, "9.99"),
            row("2", 3, "0"),
            row("C3", -6, "2.55"),
            row("C3", 6, "2.55"));
    assertThat(FileTotal.of(rows)).isEqualByComparingTo("25.31");
  }

  private static Row row(String invoice, long quantity, String price) {
    return new Row(2, invoice, "A", "", quantity, new BigDecimal(price), null, "");
  }
}
