package org.orders.replay;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.orders.replay.file.InvoiceFile;
import org.orders.replay.file.LineProblem;
import org.orders.replay.file.Row;
import org.orders.replay.plan.Plan;
import org.orders.replay.service.OrdersService;

/** What a run tells at its end. */
final class Summary {

  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void run(InvoiceFile file, Plan plan, Tally tally, OrdersService service, Duration took) {
    heading("Replayed");
    line("rows", "%d read, %d unreadable", file.rows().size(), file.problems().size());
    line("products", "%d created, %d found", tally.productsCreated(), tally.productsFound());
    line("customers", "%d created, %d found", tally.customersCreated(), tally.customersFound());
    line("guest orders", "%d", tally.guestOrders());
    line("prices set", "%d", tally.pricesSet());
    line("adjustments", "%d stock changes", tally.adjustments());
    line(
        "credits",
        "%d lines worth %s, apart from the orders",
        plan.credits().lines(),
        pounds(plan.credits().amount()));
    line(
        "requests",
        "%d in %.1f s, %d of them repeated",
        service.requests(),
        took.toMillis() / 1000.0,
        service.repeats());
    list("Rounded unit prices", plan.rounded().stream().map(Summary::rounding));
    list(
        "Not replayed",
        Stream.concat(file.problems().stream(), plan.problems().stream())
            .sorted((one, other) -> Integer.compare(one.line(), other.line()))
            .map(Summary::problem));
    list("Failed", tally.failures().stream());
  }

  void reconciliation(BigDecimal fileTotal, Reconciliation reconciliation) {
    list("Does not hold", reconciliation.mismatches().stream());
    heading("Reconciliation");
    line(
        "orders",
        "%d on the service, %d of them cancelled",
        reconciliation.ordersFound(),
        reconciliation.ordersCancelled());
    line("file", "%s GBP", pounds(fileTotal));
    line("orders", "%s GBP", pounds(reconciliation.orderTotal()));
    line("pieces", "%s", reconciliation.pieces());
  }

  void verdict(boolean holds) {
    heading(holds ? "It holds, to the penny and the piece." : "IT DOES NOT HOLD.");
  }

  private static String rounding(Row row) {
    BigDecimal each = row.price().subtract(row.unitPrice());
    return String.format(
        Locale.ROOT,
        "line %d: %s %s at %s is %s: %s a piece, %s for %d",
        row.line(),
        row.invoice(),
        row.code(),
        row.unitPrice().toPlainString(),
        row.price().toPlainString(),
        each.toPlainString(),
        each.multiply(BigDecimal.valueOf(row.quantity())).toPlainString(),
        row.quantity());
  }

  private static String pounds(BigDecimal amount) {
    return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String problem(LineProblem problem) {
    return "line " + problem.line() + ": " + problem.why();
  }

  private void heading(String text) {
    out.println();
    out.println(text);
  }

  private void line(String what, String format, Object... values) {
    out.printf(Locale.ROOT, "  %-14s " + format + "%n", prepend(what, values));
  }

  private static Object[] prepend(String first, Object[] rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray();
  }

  private void list(String title, Stream<String> items) {
    List<String> all = items.toList();
    if (!all.isEmpty()) {
      heading(title + " (" + all.size() + ")");
      all.forEach(item -> out.println("  " + item));
    }
  }
}
