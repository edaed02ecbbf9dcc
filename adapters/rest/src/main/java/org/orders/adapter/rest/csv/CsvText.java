package org.orders.adapter.rest.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The characters of a file, watched for whether it ends inside of quotes. */
final class CsvText extends FilterReader {

  private enum Place {
    BEGINNING_OF_CELL,
    CELL,
    QUOTES,
    QUOTE_IN_QUOTES
  }

  private Place place = Place.BEGINNING_OF_CELL;
  private boolean begun;

  private CsvText(Reader in) {
    super(in);
  }

  /** The text of bytes in UTF-8; where they are none it holds U+FFFD. */
  static CsvText of(InputStream bytes) {
    return new CsvText(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** Whether what was read so far ends inside of quotes. */
  boolean endsInQuotes() {
    return place == Place.QUOTES;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    int from = offset;
    if (!begun && read > 0) {
      begun = true;
      if (buffer[offset] == '\ufeff') {
        if (read == 1) {
          return read(buffer, offset, length);
        }
        // The mark of the byte order is no part of the text.
        System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
        read--;
      }
    }
    for (int index = from; index < from + read; index++) {
      place = after(buffer[index]);
    }
    return read;
  }

  private Place after(char sign) {
    return switch (place) {
      case BEGINNING_OF_CELL -> sign == '"' ? Place.QUOTES : outside(sign);
      case CELL -> outside(sign);
      case QUOTES -> sign == '"' ? Place.QUOTE_IN_QUOTES : Place.QUOTES;
      case QUOTE_IN_QUOTES -> sign == '"' ? Place.QUOTES : outside(sign);
    };
  }

  private static Place outside(char sign) {
    return sign == ',' || sign == '\n' || sign == '\r' ? Place.BEGINNING_OF_CELL : Place.CELL;
  }
}
