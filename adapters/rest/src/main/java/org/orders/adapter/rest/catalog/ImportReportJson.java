package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.orders.application.catalog.ImportLine;
import org.orders.application.catalog.ImportProducts;

/**
 * What became of a file of products.
 *
 * @param rejected the first 10,000 lines that were refused
 * @param rejectedTotal how many were refused in all
 */
@RegisterForReflection
public record ImportReportJson(
    long created, long updated, List<RejectedJson> rejected, long rejectedTotal) {

  /** A line that was refused. */
  @RegisterForReflection
  public record RejectedJson(long line, String detail) {

    static RejectedJson of(ImportLine.Bad bad) {
      return new RejectedJson(bad.line(), bad.detail());
    }
  }

  static ImportReportJson of(ImportProducts.Report report) {
    return new ImportReportJson(
        report.done().created(),
        report.done().updated(),
        report.rejected().stream().map(RejectedJson::of).toList(),
        report.done().rejected());
  }
}
