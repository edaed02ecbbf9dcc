package org.orders.replay.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice file that was read: its rows in file order, and the lines that are no rows.
 *
 * @param rows every row whose fields could be read
 * @param problems every line that could not
 */
public record InvoiceFile(List<Row> rows, List<LineProblem> problems) {

  /** What published copies of the data are written in where they are not UTF-8. */
  private static final Charset OLDER_COPIES = Charset.forName("windows-1252");

  /** Keeps its own copies. */
  public InvoiceFile {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @throws UnfitFile when it is no invoice file at all
   * @throws IOException when it cannot be read
   */
  public static InvoiceFile read(Path path) throws IOException {
    return parse(decode(Files.readAllBytes(path)));
  }

  /**
   * Reads the text of a file. No row spoils another.
   *
   * @throws UnfitFile when there is no header, or a column is missing from it
   */
  public static InvoiceFile parse(String text) {
    List<Row> rows = new ArrayList<>();
    List<LineProblem> problems = new ArrayList<>();
    CsvRecords records = new CsvRecords(text);
    if (!records.hasNext()) {
      throw new UnfitFile("the file is empty");
    }
    Columns columns = Columns.named(records.next().fields());
    while (records.hasNext()) {
      CsvRecords.CsvLine line = records.next();
      try {
        rows.add(columns.row(line));
      } catch (UnreadableRow unreadable) {
        problems.add(new LineProblem(line.number(), unreadable.why()));
      }
    }
    return new InvoiceFile(rows, problems);
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, OLDER_COPIES);
    }
  }
}
