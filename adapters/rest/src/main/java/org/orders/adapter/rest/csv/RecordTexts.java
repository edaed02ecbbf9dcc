package org.orders.adapter.rest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a file's records, cut apart where lines end outside of quotes. A quote that is wrong
 * would swallow the lines behind it: so the line on which it stands is given up, and the next line
 * begins anew. For that no more is kept than one record may have.
 */
final class RecordTexts {

  /** Far more than any cell that is understood, also with all of its quotes doubled. */
  private static final int LONGEST_CELL = 20_000;

  private static final int LONGEST = 2 * LONGEST_CELL;
  private static final int MOST_CELLS = 100;
  private static final int BUFFER = 1 << 15;

  /** What stands on a line, or on several where quotes hold line breaks. */
  sealed interface Part {

    /** A record. */
    record Text(long line, String text) implements Part {}

    /** A line that is none. */
    record Fault(long line, String detail) implements Part {}
  }

  private enum Place {
    BEGINNING_OF_CELL,
    CELL,
    QUOTES,
    QUOTE_IN_QUOTES,
    BEHIND_QUOTES
  }

  private final Reader file;
  private char[] buffer = new char[BUFFER];
  private int end;
  private int at;
  private long line = 1;
  private boolean begun;

  /** Whether the last sign was a carriage return, so that a line feed ends no further line. */
  private boolean afterReturn;

  private int record;
  private int cell;
  private int cells;
  private Place place = Place.BEGINNING_OF_CELL;

  /** Where the line begins after the one on which the present quotes were opened; -1: not yet. */
  private int nextLine;

  private long nextLineNumber;

  /** The texts of bytes in UTF-8; where they are none they hold U+FFFD. */
  RecordTexts(InputStream bytes) {
    file = new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  /** The next record or bad line; nothing at the end. Lines without any sign are passed over. */
  @Nullable Part next() throws IOException {
    skipByteOrderMark();
    Part part;
    do {
      part = read();
    } while (part instanceof Part.Text(_, var text) && text.isEmpty());
    return part;
  }

  private void skipByteOrderMark() throws IOException {
    if (!begun) {
      begun = true;
      if (isMore() && buffer[at] == '\ufeff') {
        at++;
      }
    }
  }

  private @Nullable Part read() throws IOException {
    skipSecondHalfOfLineBreak();
    long first = line;
    record = at;
    beginCell();
    cells = 1;
    while (isMore()) {
      char sign = buffer[at++];
      if (isLineBreak(sign) && place != Place.QUOTES) {
        String text = new String(buffer, record, at - 1 - record);
        endLine(sign);
        return new Part.Text(first, text);
      }
      take(sign);
      String fault = fault();
      if (fault != null) {
        giveUp();
        return new Part.Fault(first, fault);
      }
    }
    return atEnd(first);
  }

  private @Nullable Part atEnd(long first) throws IOException {
    if (place == Place.QUOTES) {
      giveUp();
      return new Part.Fault(first, "a quote is never closed");
    }
    return at == record ? null : new Part.Text(first, new String(buffer, record, at - record));
  }

  private void take(char sign) {
    if (isLineBreak(sign)) {
      endLine(sign);
      rememberLine();
      return;
    }
    afterReturn = false;
    if (sign == ',' && place != Place.QUOTES) {
      cells++;
      beginCell();
    } else {
      place = after(sign);
    }
  }

  private Place after(char sign) {
    boolean quote = sign == '"';
    return switch (place) {
      case BEGINNING_OF_CELL -> quote ? Place.QUOTES : Place.CELL;
      case CELL -> Place.CELL;
      case QUOTES -> quote ? Place.QUOTE_IN_QUOTES : Place.QUOTES;
      case QUOTE_IN_QUOTES -> quote ? Place.QUOTES : Place.BEHIND_QUOTES;
      case BEHIND_QUOTES -> Place.BEHIND_QUOTES;
    };
  }

  private void beginCell() {
    cell = at;
    place = Place.BEGINNING_OF_CELL;
    nextLine = -1;
  }

  private void rememberLine() {
    if (nextLine < 0) {
      nextLine = at;
      nextLineNumber = line;
    }
  }

  private @Nullable String fault() {
    if (place == Place.BEHIND_QUOTES) {
      return "something stands after a closing quote";
    } else if (at - cell > LONGEST_CELL || at - record > LONGEST) {
      return place == Place.QUOTES
          ? "a cell is too long, or a quote is never closed"
          : "is too long";
    }
    return cells > MOST_CELLS ? "has too many cells" : null;
  }

  /** Goes on with the line after the one on which what is wrong stands. */
  private void giveUp() throws IOException {
    if (nextLine >= 0) {
      at = nextLine;
      line = nextLineNumber;
      afterReturn = buffer[at - 1] == '\r';
      return;
    }
    while (isMore()) {
      char sign = buffer[at++];
      record = at;
      if (isLineBreak(sign)) {
        endLine(sign);
        return;
      }
    }
  }

  private void endLine(char sign) {
    if (sign == '\r' || !afterReturn) {
      line++;
    }
    afterReturn = sign == '\r';
  }

  private void skipSecondHalfOfLineBreak() throws IOException {
    if (afterReturn && isMore() && buffer[at] == '\n') {
      at++;
    }
    afterReturn = false;
  }

  private static boolean isLineBreak(char sign) {
    return sign == '\n' || sign == '\r';
  }

  /** Whether another sign is there, read now if it has to be. */
  private boolean isMore() throws IOException {
    if (at < end) {
      return true;
    }
    if (end == buffer.length) {
      makeRoom();
    }
    int read = file.read(buffer, end, buffer.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  private void makeRoom() {
    if (record < buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      return;
    }
    System.arraycopy(buffer, record, buffer, 0, end - record);
    end -= record;
    at -= record;
    cell -= record;
    nextLine -= nextLine < 0 ? 0 : record;
    record = 0;
  }
}
