package org.orders.replay.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The records of a CSV text, one at a time.
 *
 * <p>Each record is parsed on its own: a stray quote costs the line it stands on and not, as in one
 * pass over the text, every line up to the next quote.
 */
final class CsvRecords implements Iterator<CsvRecords.CsvLine> {

  /**
   * One record.
   *
   * @param number the line it begins on, from 1
   * @param fields its fields; empty when the line is no CSV
   */
  record CsvLine(int number, List<String> fields) {}

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A quoted field may hold line breaks; a quote left open must not swallow the file. */
  private static final int LONGEST_RECORD = 10;

  private final List<String> lines;
  private int next;

  CsvRecords(String text) {
    lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    skipBlankLines();
  }

  @Override
  public boolean hasNext() {
    return next < lines.size();
  }

  @Override
  public CsvLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more lines");
    }
    int first = next;
    int length = 1;
    Optional<List<String>> fields = parse(lines.get(first));
    if (fields.isEmpty()) {
      int closing = lineThatClosesTheQuote(first);
      fields = parse(String.join("\n", lines.subList(first, closing + 1)));
      length = fields.isPresent() ? closing - first + 1 : 1;
    }
    next = first + length;
    skipBlankLines();
    return new CsvLine(first + 1, fields.orElse(List.of()));
  }

  private void skipBlankLines() {
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
  }

  private int lineThatClosesTheQuote(int first) {
    boolean open = false;
    int last = Math.min(lines.size(), first + LONGEST_RECORD);
    for (int line = first; line < last; line++) {
      boolean toggles = lines.get(line).chars().filter(c -> c == '"').count() % 2 == 1;
      open ^= toggles;
      if (!open) {
        return line;
      }
    }
    return first;
  }

  private static Optional<List<String>> parse(String text) {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      return parser.stream().findFirst().map(record -> List.copyOf(record.toList()));
    } catch (IOException | UncheckedIOException | IllegalStateException notCsv) {
      return Optional.empty();
    }
  }
}
