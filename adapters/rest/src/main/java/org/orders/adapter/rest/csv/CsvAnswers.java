package org.orders.adapter.rest.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.gate.Accept;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/**
 * Lists as files that are sent while they are read: a page is read whole, then written, so that the
 * file may be as long as it likes and a slow reader holds nothing but a thread.
 */
@Singleton
public class CsvAnswers {

  /** Rows read at once. */
  private static final int LOT = 500;

  private static final int BUFFER = 1 << 15;

  private final HttpServerRequest request;

  @Inject
  CsvAnswers(HttpServerRequest request) {
    this.request = request;
  }

  /** Whether the present request would rather have a file than JSON. */
  public boolean areWanted() {
    List<String> accept = request.headers().getAll("Accept");
    String header = String.join(",", accept);
    return !header.isBlank()
        && Accept.quality(header, "text", "csv") > Accept.quality(header, "application", "json");
  }

  /**
   * Sends a list as a file.
   *
   * @param name what the file is to be called
   * @param texts the columns that hold what people wrote; their cells stand in quotes, because a
   *     spreadsheet that takes another sign than the comma for the end of a cell would else find
   *     cells in the middle of them
   * @param rows the rows that an item makes
   */
  public <T> Response send(
      String name,
      List<String> columns,
      Set<String> texts,
      Function<PageRequest, Page<T>> read,
      Function<T, List<List<String>>> rows) {
    // The first page is read before anything is sent, so that what is refused is answered as usual.
    Page<T> first = read.apply(new PageRequest(LOT, null, false));
    StreamingOutput file =
        stream -> write(csv(stream, quoted(columns, texts)), columns, first, read, rows);
    return Response.ok(file)
        .header("Content-Type", "text/csv; charset=utf-8; header=present")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .header("Vary", "Authorization, Accept")
        .build();
  }

  private static QuoteStrategy quoted(List<String> columns, Set<String> texts) {
    return new QuoteStrategy() {
      @Override
      public boolean quoteValue(int line, int column, String value) {
        return line > 1 && texts.contains(columns.get(column));
      }
    };
  }

  private static CsvWriter csv(OutputStream stream, QuoteStrategy quoted) {
    return CsvWriter.builder()
        .quoteStrategy(quoted)
        .lineDelimiter(LineDelimiter.CRLF)
        .build(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER));
  }

  /**
   * Never closes the file, for that would end the answer: one that breaks off must not look like a
   * whole one, so what fails here leaves the rest unsent, and the connection is reset.
   */
  private <T> void write(
      CsvWriter csv,
      List<String> columns,
      Page<T> first,
      Function<PageRequest, Page<T>> read,
      Function<T, List<List<String>>> rows) {
    try {
      csv.writeRecord(columns);
      Page<T> page = first;
      while (true) {
        writeRows(csv, page.items(), rows);
        PageRequest.@Nullable Position next = page.next();
        if (next == null) {
          csv.flush();
          return;
        }
        refuseToGoOnForNobody();
        page = read.apply(new PageRequest(LOT, next, false));
      }
    } catch (IOException | UncheckedIOException gone) {
      throw nobodyListens();
    }
  }

  private static <T> void writeRows(
      CsvWriter csv, List<T> items, Function<T, List<List<String>>> rows) {
    for (T item : items) {
      rows.apply(item).forEach(csv::writeRecord);
    }
  }

  /** A connection that is closed takes whatever is written, so it has to be asked. */
  private void refuseToGoOnForNobody() {
    if (request.response().closed()) {
      throw nobodyListens();
    }
  }

  /** A reader who hung up is no fault of anybody's; there is none left to be told. */
  private static HttpFailure nobodyListens() {
    return new HttpFailure(HttpProblem.BAD_REQUEST);
  }
}
