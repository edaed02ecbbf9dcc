package org.orders.adapter.rest.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.csv.RecordTexts.Part;

/** The records of a file, one after the other as they arrive. */
public final class CsvRecords implements Iterator<CsvRecords.Line> {

  /** What stands on a line, or on several where quotes hold line breaks. */
  public sealed interface Line {

    /** The number of the line on which it begins, from 1. */
    long number();

    /** A record. */
    record Cells(long number, List<String> values) implements Line {}

    /** What cannot be read; it spoils no other line. */
    record Unreadable(long number, String detail) implements Line {}
  }

  private final RecordTexts texts;
  private final CsvReaderBuilder reader = CsvReader.builder().commentStrategy(CommentStrategy.NONE);
  private final CsvRecordHandler cells = CsvRecordHandler.of();
  private @Nullable Line next;
  private boolean ended;

  public CsvRecords(InputStream file) {
    texts = new RecordTexts(file);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended = next == null;
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
      return switch (texts.next()) {
        case Part.Text(var line, var text) -> cells(line, text);
        case Part.Fault(var line, var detail) -> new Line.Unreadable(line, detail);
        case null -> null;
      };
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    }
  }

  private Line cells(long line, String text) {
    try {
      return new Line.Cells(line, reader.ofSingleCsvRecord(cells, text).getFields());
    } catch (CsvParseException broken) {
      return new Line.Unreadable(line, "cannot be read");
    }
  }
}
