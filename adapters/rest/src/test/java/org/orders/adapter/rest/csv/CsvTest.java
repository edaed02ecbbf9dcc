package org.orders.adapter.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.adapter.rest.csv.CsvRecords.Line;
import org.orders.adapter.rest.problem.HttpFailure;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "=1+1",
        "+1",
        "-1",
        "@SUM",
        "\tx",
        "\rx",
        "\nx",
        "'",
        "'x",
        "'=x",
        "''=x",
        "'''",
        "It's",
        "\uff1dx",
        "a=b",
        " =x",
        "'+",
        "\ud83d\ude00",
        "x;=1",
        "x;'=1",
        "a\n- b",
        "a\r\n\r\n=b",
        ";;=;",
        ";\t=",
        "\n=x",
        "'\n'=x",
        "x\t''\uff1d"
      })
  void aCellIsReadBackAsTheTextItWas(String text) {
    String cell = Cells.defused(text);
    assertThat(Cells.text(cell)).isEqualTo(text);
    assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n\uff1d].*");
    assertThat(cell.split("[;\t\r\n]")).noneMatch(part -> part.matches("[=+\\-@\uff1d].*"));
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
  void aQuoteThatIsNeverClosedSpoilsItsLineAlone() {
    assertThat(read("a,b\n1,\"x\n2,y\n"))
        .containsExactly(
            new Line.Cells(1, List.of("a", "b")),
            new Line.Unreadable(2, "a quote is never closed"),
            new Line.Cells(3, List.of("2", "y")));
    assertThat(read("a\n\"x")).hasSize(2).last().isInstanceOf(Line.Unreadable.class);
    assertThat(read("a\n5\" pipe\n\"\"\n"))
        .containsExactly(
            new Line.Cells(1, List.of("a")),
            new Line.Cells(2, List.of("5\" pipe")),
            new Line.Cells(3, List.of("")));
  }

  @Test
  void linesThatABadQuoteWouldMergeAreReadOneByOne() {
    assertThat(read("A,\"Lamp,1,EUR\r\nB,\"Table,2,EUR\r\nC,Chair,3,EUR\r\n"))
        .containsExactly(
            new Line.Unreadable(1, "something stands after a closing quote"),
            new Line.Unreadable(2, "a quote is never closed"),
            new Line.Cells(3, List.of("C", "Chair", "3", "EUR")));
    assertThat(read("A,\"Lamp\" large,1\nB,\"two\nlines\",\"bad,1\nC,\"Chair\",3\n"))
        .containsExactly(
            new Line.Unreadable(1, "something stands after a closing quote"),
            new Line.Unreadable(2, "something stands after a closing quote"),
            new Line.Cells(4, List.of("C", "Chair", "3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aLineThatIsTooLongSpoilsNoOther(String lineBreak) {
    String cell = "x".repeat(30_000);
    String quoted = "\"" + "y".repeat(30_000);
    String cells = ",".repeat(200);
    String most = "\"" + "\"\"".repeat(8_000) + "\"";
    List<Line> read =
        read(String.join(lineBreak, "a", cell, "b", quoted, "c", cells, "d", most, "e"));
    assertThat(read.stream().map(Line::number)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(read.stream().filter(Line.Unreadable.class::isInstance).map(Line::number))
        .containsExactly(2L, 4L, 6L);
    assertThat(read.getLast()).isEqualTo(new Line.Cells(9, List.of("e")));
  }

  @Test
  void whatFollowsABadQuoteIsReadInConstantMemory() {
    String line = "1,x\n";
    int most = 1_000_000;
    String bad = "bad,\"x\n";
    CsvRecords records =
        new CsvRecords(new Repeated(bad, line, bad.length() + (long) most * line.length()));
    assertThat(records.next())
        .isEqualTo(new Line.Unreadable(1, "a cell is too long, or a quote is never closed"));
    for (int good = 0; good < most; good++) {
      assertThat(records.next()).isEqualTo(new Line.Cells(good + 2L, List.of("1", "x")));
    }
    assertThat(records.hasNext()).isFalse();
  }

  @Test
  void aLineThatGoesOnAndOnIsPassedOverInConstantMemory() {
    assertThat(new CsvRecords(new Repeated("a\n", "x", 50_000_000)))
        .toIterable()
        .containsExactly(new Line.Cells(1, List.of("a")), new Line.Unreadable(2, "is too long"));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAsThat() {
    CsvRecords records = new CsvRecords(new LimitedStream(new Repeated("", "a,\"b\n", 999), 500));
    assertThatThrownBy(() -> records.forEachRemaining(line -> {})).isInstanceOf(HttpFailure.class);
  }

  @Test
  void linesAreThereBeforeTheRestArrives() {
    InputStream slow =
        new InputStream() {
          private final InputStream arrived =
              new ByteArrayInputStream("a,b\nc,d\n".getBytes(StandardCharsets.UTF_8));

          @Override
          public int read() {
            throw new IllegalStateException("not arrived yet");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = arrived.read(buffer, offset, length);
            return read < 0 ? read() : read;
          }

          @Override
          public int available() {
            return 1_000_000;
          }
        };
    CsvRecords records = new CsvRecords(new LimitedStream(slow, 1_000_000));
    assertThat(records.next()).isEqualTo(new Line.Cells(1, List.of("a", "b")));
    assertThat(records.next()).isEqualTo(new Line.Cells(2, List.of("c", "d")));
  }

  /** A text and then another one again and again, until there are enough bytes. */
  private static final class Repeated extends InputStream {
    private final byte[] first;
    private final byte[] then;
    private final long most;
    private long read;

    Repeated(String first, String then, long most) {
      this.first = first.getBytes(StandardCharsets.UTF_8);
      this.then = then.getBytes(StandardCharsets.UTF_8);
      this.most = most;
    }

    @Override
    public int read() {
      if (read >= most) {
        return -1;
      }
      long place = read++;
      return place < first.length
          ? first[(int) place]
          : then[(int) ((place - first.length) % then.length)];
    }
  }

  private static List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(lines::add);
    return lines;
  }
}
