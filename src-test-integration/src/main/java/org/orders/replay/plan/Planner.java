package org.orders.replay.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.replay.file.Entry;
import org.orders.replay.file.LineProblem;
import org.orders.replay.file.Row;
import org.orders.replay.plan.Step.AdjustStock;
import org.orders.replay.plan.Step.CancelOrders;
import org.orders.replay.plan.Step.PlaceOrder;

/** Turns the rows of a file into a {@link Plan}, an invoice at a time, in file order. */
public final class Planner {

  private final Catalogue catalogue = new Catalogue();
  private final OpenInvoices openInvoices = new OpenInvoices();
  private final Map<String, Country> customers = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Row> rounded = new ArrayList<>();
  private final List<LineProblem> problems = new ArrayList<>();
  private int creditLines;
  private BigDecimal creditAmount = BigDecimal.ZERO;

  private Planner() {}

  /** Plans a file. */
  public static Plan plan(List<Row> rows) {
    Map<String, List<Row>> invoices = new LinkedHashMap<>();
    rows.forEach(row -> invoices.computeIfAbsent(row.invoice(), no -> new ArrayList<>()).add(row));
    Planner planner = new Planner();
    invoices.values().forEach(planner::invoice);
    return new Plan(
        planner.catalogue.products(),
        planner.customers,
        planner.steps,
        new Credits(planner.creditLines, planner.creditAmount),
        planner.rounded,
        planner.problems);
  }

  private void invoice(List<Row> rows) {
    List<Row> sales = new ArrayList<>();
    List<Row> credits = new ArrayList<>();
    List<Row> adjustments = new ArrayList<>();
    for (Row row : rows) {
      switch (Entry.of(row)) {
        case Entry.Unusable(Row unusable, String why) -> skip(unusable, why);
        case Entry entry when !fitCode(entry.row()) ->
            skip(row, "no stock code of 1 to 64 characters");
        case Entry.Sale(Row sale) -> sales.add(sale);
        case Entry.Credit(Row credit) -> credits.add(credit);
        case Entry.Adjustment(Row adjustment) -> adjustments.add(adjustment);
      }
    }
    sell(sales);
    adjustments.forEach(row -> adjust(row.line(), row.code(), row.quantity(), row.description()));
    giveBack(credits);
  }

  private void sell(List<Row> sales) {
    if (sales.isEmpty()) {
      return;
    }
    sales.forEach(this::price);
    Row first = sales.getFirst();
    String customerId = customerOf(sales);
    Buyer buyer = new Buyer(customerId, Country.named(first.country()));
    if (customerId != null) {
      customers.putIfAbsent(customerId, buyer.country());
    }
    List<OrderLine> lines = sales.stream().map(Planner::line).toList();
    List<PlaceOrder> orders = new ArrayList<>();
    for (List<OrderLine> part : OrderSplit.of(lines)) {
      String suffix = orders.isEmpty() ? "" : "/" + (orders.size() + 1);
      orders.add(
          new PlaceOrder(first.line(), first.invoice(), first.invoice() + suffix, buyer, part));
      part.forEach(line -> catalogue.course(line.code()).order(line.quantity()));
    }
    steps.addAll(orders);
    if (customerId != null) {
      openInvoices.add(customerId, lines, orders);
    }
  }

  private void giveBack(List<Row> credits) {
    if (credits.isEmpty()) {
      return;
    }
    credits.forEach(this::price);
    String customerId = customerOf(credits);
    List<OrderLine> lines = credits.stream().map(Planner::line).toList();
    Optional<List<PlaceOrder>> orders =
        customerId == null ? Optional.empty() : openInvoices.take(customerId, lines);
    orders.ifPresentOrElse(
        original -> cancel(credits.getFirst(), original), () -> credits.forEach(this::credit));
  }

  private void cancel(Row creditNote, List<PlaceOrder> orders) {
    steps.add(new CancelOrders(creditNote.line(), creditNote.invoice(), orders));
    for (PlaceOrder order : orders) {
      order.lines().forEach(line -> catalogue.course(line.code()).cancel(line.quantity()));
    }
  }

  private void credit(Row row) {
    creditLines++;
    creditAmount = creditAmount.subtract(row.amount());
    if (Goods.includes(row.code())) {
      adjust(row.line(), row.code(), -row.quantity(), "credit " + row.invoice());
    }
  }

  private void adjust(int line, String code, long change, String reason) {
    for (long left = change; left != 0; ) {
      long part = Math.clamp(left, -Limits.PIECES, Limits.PIECES);
      steps.add(new AdjustStock(line, code, part, Limits.cut(reason, Limits.REASON)));
      catalogue.course(code).adjust(part);
      left -= part;
    }
  }

  private void price(Row row) {
    catalogue.describe(row);
    if (row.rounded()) {
      rounded.add(row);
    }
  }

  private void skip(Row row, String why) {
    problems.add(new LineProblem(row.line(), why + " (invoice " + row.invoice() + ")"));
  }

  private static boolean fitCode(Row row) {
    return !row.code().isEmpty() && row.code().length() <= Limits.SKU;
  }

  private static OrderLine line(Row row) {
    return new OrderLine(row.code(), row.price(), Math.abs(row.quantity()));
  }

  private static @Nullable String customerOf(List<Row> rows) {
    return rows.stream().map(Row::customerId).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
