package org.orders.adapter.rest.catalog;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.csv.CsvAnswers;
import org.orders.adapter.rest.csv.CsvRecords;
import org.orders.adapter.rest.csv.LimitedStream;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.json.BodyReader;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.json.PlainBody;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;
import org.orders.application.catalog.ImportProducts;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ReadImports;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.catalog.ReadProducts.Freshness;

/** The catalogue as a file, in and out. */
@Singleton
class ProductFiles {

  /** The most bytes that a file may have. */
  static final long MAX_BYTES = 200_000_000L;

  private static final Pattern CSV =
      Pattern.compile(
          "text/csv\\s*(;\\s*(charset=\"?(utf-8|us-ascii)\"?|header=\"?present\"?)\\s*)*");

  private final ImportProducts importProducts;
  private final ReadImports readImports;
  private final ReadProducts readProducts;
  private final BodyReader reader;
  private final CurrentCaller caller;
  private final Answers answers;
  private final CsvAnswers files;
  private final ListRequest list;
  private final HttpServerRequest request;

  @Inject
  ProductFiles(
      ImportProducts importProducts,
      ReadImports readImports,
      ReadProducts readProducts,
      BodyReader reader,
      CurrentCaller caller,
      Answers answers,
      CsvAnswers files,
      ListRequest list,
      HttpServerRequest request) {
    this.importProducts = importProducts;
    this.readImports = readImports;
    this.readProducts = readProducts;
    this.reader = reader;
    this.caller = caller;
    this.answers = answers;
    this.files = files;
    this.list = list;
    this.request = request;
  }

  Response take(InputStream body) {
    refuseDeclaredSize(request.getHeader("Content-Length"));
    PlainBody.require(request.headers().getAll("Content-Encoding"));
    requireCsv(request.getHeader("Content-Type"));
    var command =
        new ImportProducts.Command(
            caller.actor(), list.flag("dryRun"), Optional.ofNullable(list.id("import")));
    try {
      CsvRecords records = new CsvRecords(new LimitedStream(body, MAX_BYTES));
      ImportProducts.Report report =
          importProducts.run(command, new ProductFile(records, reader, caller.actor()));
      return Response.fromResponse(answers.plain(ImportReportJson.of(report)))
          .header("Location", "/admin/inventory/imports/" + report.done().id())
          .build();
    } catch (UncheckedIOException cutShort) {
      // Nobody is there any more to hear it; what was taken in stays.
      throw new HttpFailure(HttpProblem.BAD_REQUEST);
    }
  }

  boolean areWanted() {
    return files.areWanted();
  }

  Response send(ProductFilter filter) {
    list.refuseBrokenPage(ProductAnswers.FILTERS);
    return files.send(
        "products.csv",
        ProductFile.COLUMNS,
        ProductFile.TEXTS,
        page -> readProducts.list(filter, page, Freshness.NOW),
        product -> List.of(ProductFile.line(product)));
  }

  Response standing(String id) {
    return answers.plain(ImportJson.of(readImports.read(Ids.inPath(id, "import"))));
  }

  Response standings() {
    return list.page(List.of(), readImports::list, ImportJson::of);
  }

  private static void refuseDeclaredSize(@Nullable String declared) {
    if (declared != null
        && (!declared.matches("[0-9]{1,18}") || Long.parseLong(declared) > MAX_BYTES)) {
      throw new HttpFailure(HttpProblem.FILE_TOO_LARGE);
    }
  }

  private static void requireCsv(@Nullable String type) {
    if (type == null || !CSV.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
      throw new HttpFailure(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
