package org.orders.adapter.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.adapter.rest.csv.CsvRecords.Line;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "plain", "=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "\nx", "'", "'x", "'=x", "''=x",
        "'''", "It's", "\uff1dx", "a=b", " =x", "'+", "\ud83d\ude00"
      })
  void aCellIsReadBackAsTheTextItWas(String text) {
    String cell = Cells.defused(text);
    assertThat(Cells.text(cell)).isEqualTo(text);
    assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n\uff1d].*");
  }

  @Test
  void linesAreReadWithTheirNumbers() {
    assertThat(read("\ufeffa,b\r\n\"x\ny\",\"q\"\"q\"\n\n,\nlast"))
        .containsExactly(
            new Line.Cells(1, List.of("a", "b")),
            new Line.Cells(2, List.of("x\ny", "q\"q")),
            new Line.Cells(5, List.of("", "")),
            new Line.Cells(6, List.of("last")));
    assertThat(read("")).isEmpty();
    assertThat(read("\ufeff")).isEmpty();
  }

  @Test
  void aQuoteThatIsNeverClosedIsNoCell() {
    assertThat(read("a,b\n1,\"x\n2,y\n"))
        .containsExactly(
            new Line.Cells(1, List.of("a", "b")),
            new Line.Unreadable(2, "a quote is never closed"));
    assertThat(read("a\n5\" pipe\n\"\"\n"))
        .containsExactly(
            new Line.Cells(1, List.of("a")),
            new Line.Cells(2, List.of("5\" pipe")),
            new Line.Cells(3, List.of("")));
  }

  @Test
  void aLineThatGoesOnForEverEndsTheFileInConstantMemory() {
    InputStream endless =
        new InputStream() {
          private boolean begun;

          @Override
          public int read() {
            if (!begun) {
              begun = true;
              return '"';
            }
            return 'x';
          }
        };
    List<Line> lines = new ArrayList<>();
    new CsvRecords(endless).forEachRemaining(lines::add);
    assertThat(lines).hasSize(1).allMatch(line -> line instanceof Line.Unreadable);
  }

  private static List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(lines::add);
    return lines;
  }
}
