package org.orders.adapter.rest.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other as they arrive. */
public final class CsvRecords implements Iterator<CsvRecords.Line> {

  /** Far more than any cell that is understood; a quote that is never closed ends here. */
  private static final int LONGEST = 100_000;

  private static final int MOST_CELLS = 1_000;

  /** What stands on a line, or on several where quotes hold line breaks. */
  public sealed interface Line {

    /** The number of the line on which it begins, from 1. */
    long number();

    /** A record. */
    record Cells(long number, List<String> values) implements Line {}

    /** A place from which on nothing can be read. */
    record Unreadable(long number, String detail) implements Line {}
  }

  private final CsvText text;
  private final Iterator<CsvRecord> records;
  private long last = 1;
  private @Nullable Line next;
  private boolean ended;

  public CsvRecords(InputStream file) {
    text = CsvText.of(file);
    records =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(4 * LONGEST)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_CELLS)
                    .maxFieldSize(LONGEST)
                    .maxRecordSize(2 * LONGEST)
                    .build(),
                text)
            .iterator();
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended = !(next instanceof Line.Cells);
    }
    return next != null;
  }

  @Override
  public Line next() {
    Line line = hasNext() ? next : null;
    if (line == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return line;
  }

  private @Nullable Line read() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      last = record.getStartingLineNumber();
      // Only when the file has ended is it told that its last quote was never closed.
      if (!records.hasNext() && text.endsInQuotes()) {
        return new Line.Unreadable(last, "a quote is never closed");
      }
      return new Line.Cells(last, record.getFields());
    } catch (CsvParseException tooLong) {
      return new Line.Unreadable(
          last, "after this line nothing can be read: it is too long, or a quote is never closed");
    }
  }
}
