package org.orders.replay.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.replay.Samples;

class InvoiceFileTest {

  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String GOOD =
      "536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,EIRE\n";

  @Test
  void everyRowOfTheRealFileIsReadInFileOrder() throws IOException {
    var file = InvoiceFile.read(Samples.REAL);
    assertThat(file.problems()).isEmpty();
    assertThat(file.rows()).hasSize(203);
    assertThat(file.rows().getFirst())
        .isEqualTo(
            new Row(
                2,
                "536365",
                "85123A",
                "WHITE HANGING HEART T-LIGHT HOLDER",
                6,
                new BigDecimal("2.55"),
                "17850",
                "United Kingdom"));
    assertThat(file.rows()).extracting(Row::line).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void quotedCommasAndDoubledQuotesArePartOfTheField() {
    var rows =
        rows(
            "1,82567,\"AIRLINE LOUNGE,METAL SIGN\",2,x,2.1,1,UK\n"
                + "1,22041,\"RECORD FRAME 7\"\" SINGLE SIZE \",2,x,2.1,1,UK\n");
    assertThat(rows)
        .extracting(Row::description)
        .containsExactly("AIRLINE LOUNGE,METAL SIGN", "RECORD FRAME 7\" SINGLE SIZE");
  }

  @Test
  void codesKeepTheirInnerSpacesAndTheirCaseAndLoseTheOuterOnes() {
    assertThat(rows("1, BANK CHARGES ,x,1,x,1,1,UK\n1,85123a,x,1,x,1,1,UK\n"))
        .extracting(Row::code)
        .containsExactly("BANK CHARGES", "85123a");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsChangeNothing() {
    var windows = "\uFEFF" + (HEADER + GOOD).replace("\n", "\r\n");
    assertThat(InvoiceFile.parse(windows)).isEqualTo(InvoiceFile.parse(HEADER + GOOD));
  }

  @Test
  void aFileThatIsNotUtf8IsReadAsOlderCopiesAreWritten(@TempDir Path folder) throws IOException {
    var file = folder.resolve("invoices.csv");
    Files.writeString(
        file, HEADER + "1,gift,Voucher £40.00,1,x,1,1,UK\n", Charset.forName("windows-1252"));
    assertThat(InvoiceFile.read(file).rows())
        .extracting(Row::description)
        .containsExactly("Voucher £40.00");
  }

  @Test
  void theSecondEditionsColumnNamesAreKnownAndFurtherColumnsIgnored() {
    var file =
        InvoiceFile.parse(
            ",Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
                + "0,489434,85048,BALL,12,01/12/2009 07:45,6.95,13085.0,UK\n");
    assertThat(file.rows()).extracting(Row::customerId).containsExactly("13085");
  }

  @ParameterizedTest
  @CsvSource({
    "17850.0,17850",
    "17850,17850",
    "017850,17850",
    "0.0,",
    "0,",
    "'',",
    "nan,",
    "NULL,",
    "B2B-7,B2B-7",
    "a@b c,"
  })
  void everyFormOfACustomerIsRead(String written, String id) {
    assertThat(rows("1,A,x,1,x,1," + written + ",UK\n"))
        .extracting(Row::customerId)
        .containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2010-12-01 08:26:00", "12/1/2010 8:26", "", "some day"})
  void theDateDoesNotMatter(String date) {
    assertThat(rows("1,A,x,1," + date + ",1,1,UK\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"6,6", "-80995,-80995", "6.0,6", "1e3,1000", "0,0"})
  void wholeQuantitiesAreReadHoweverWritten(String written, long quantity) {
    assertThat(rows("1,A,x," + written + ",x,1,1,UK\n"))
        .extracting(Row::quantity)
        .containsExactly(quantity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,A,x,many,x,1,1,UK",
        "1,A,x,1.5,x,1,1,UK",
        "1,A,x,1e999999,x,1,1,UK",
        "1,A,x,,x,1,1,UK",
        "1,A,x,1,x,,1,UK",
        "1,A,x,1,x,1e999999,1,UK",
        "1,A,x,1,x,1e-999999,1,UK",
        ",A,x,1,x,1,1,UK",
        "1,A,x,1,x,1,1",
        "1,A,x,1,x,1,1,UK,more",
        "only words",
        "1,A,\"x,1,x,1,1,UK",
        "1,A,\"x\"y,1,x,1,1,UK"
      })
  void aBadLineIsReportedWithItsNumberAndSpoilsNoOther(String bad) {
    var file = InvoiceFile.parse(HEADER + GOOD + "\n" + bad + "\n" + GOOD + GOOD);
    assertThat(file.rows()).extracting(Row::line).containsExactly(2, 5, 6);
    assertThat(file.problems()).extracting(LineProblem::line).containsExactly(4);
  }

  @Test
  void aLineBreakInAQuotedFieldIsPartOfIt() {
    var file = InvoiceFile.parse(HEADER + "1,A,\"two\nlines\",1,x,1,1,UK\n" + GOOD);
    assertThat(file.rows()).extracting(Row::description).containsExactly("two lines", "LANTERN");
    assertThat(file.rows()).extracting(Row::line).containsExactly(2, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "InvoiceNo,StockCode\n", "\"open\n", "%PDF-1.7"})
  void whatIsNoInvoiceFileIsRefused(String text) {
    assertThatThrownBy(() -> InvoiceFile.parse(text)).isInstanceOf(UnfitFile.class);
  }

  private static List<Row> rows(String lines) {
    var file = InvoiceFile.parse(HEADER + lines);
    assertThat(file.problems()).isEmpty();
    return file.rows();
  }
}
