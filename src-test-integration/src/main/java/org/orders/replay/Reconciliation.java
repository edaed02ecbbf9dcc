package org.orders.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.orders.replay.plan.Plan;
import org.orders.replay.plan.Product;
import org.orders.replay.plan.Step;
import org.orders.replay.plan.Step.CancelOrders;
import org.orders.replay.plan.Step.PlaceOrder;
import org.orders.replay.plan.StockCourse;
import org.orders.replay.service.OrdersService;
import org.orders.replay.service.Placed;

/**
 * The file against the service, to the penny and the piece.
 *
 * <p>What should be comes from the file and the opening stock alone, what is from the service as it
 * answers now: nothing that was noted along the way is taken for granted.
 */
final class Reconciliation {

  /** The pieces of one product: before the first row, now, and by its ledger. */
  private record Counted(long opening, long stock, long ledger) {}

  private final OrdersService service;
  private final Books books;
  private final List<String> mismatches = new ArrayList<>();
  private BigDecimal orderTotal = BigDecimal.ZERO;
  private int ordersFound;
  private int ordersCancelled;
  private long opening;
  private long adjusted;
  private long ordered;
  private long cancelled;
  private long stock;
  private long ledger;

  private Reconciliation(OrdersService service, Books books) {
    this.service = service;
    this.books = books;
  }

  static Reconciliation of(
      BigDecimal fileTotal,
      Plan plan,
      OrdersService service,
      Books books,
      Progress.Display display) {
    Reconciliation reconciliation = new Reconciliation(service, books);
    reconciliation.orders(plan);
    reconciliation.compare("sum of the orders", fileTotal, reconciliation.orderTotal);
    reconciliation.products(plan.products(), display);
    return reconciliation;
  }

  /** What does not hold; empty where everything does. */
  List<String> mismatches() {
    return List.copyOf(mismatches);
  }

  BigDecimal orderTotal() {
    return orderTotal;
  }

  int ordersFound() {
    return ordersFound;
  }

  int ordersCancelled() {
    return ordersCancelled;
  }

  /** The pieces of all products in one line. */
  String pieces() {
    long expected = opening + adjusted - ordered + cancelled;
    return String.format(
        Locale.ROOT,
        "opening %d + adjustments %d - ordered %d + cancelled %d = %d; stock %d, ledger %d",
        opening,
        adjusted,
        ordered,
        cancelled,
        expected,
        stock,
        ledger);
  }

  private void orders(Plan plan) {
    Map<String, Placed> found = readBack();
    Set<PlaceOrder> toBeCancelled = new HashSet<>();
    for (Step step : plan.steps()) {
      if (step instanceof CancelOrders cancel) {
        toBeCancelled.addAll(cancel.orders());
      }
    }
    for (Step step : plan.steps()) {
      if (step instanceof PlaceOrder order) {
        Optional<Placed> placed =
            books.order(order).flatMap(one -> Optional.ofNullable(found.get(one.id())));
        placed.ifPresentOrElse(
            one -> order(order, one, toBeCancelled.contains(order)),
            () -> mismatches.add("order " + order.reference() + " is not on the service"));
      }
    }
  }

  private void order(PlaceOrder planned, Placed order, boolean toBeCancelled) {
    ordersFound++;
    orderTotal = orderTotal.add(order.total());
    compare("total of order " + planned.reference(), planned.total(), order.total());
    if (order.cancelled()) {
      ordersCancelled++;
    }
    if (order.unpaid() || order.cancelled() != toBeCancelled) {
      mismatches.add("order " + planned.reference() + " is " + order.status());
    }
  }

  private Map<String, Placed> readBack() {
    Map<String, Placed> found = new HashMap<>();
    Set<String> wanted = new HashSet<>();
    books.orders().forEach(order -> wanted.add(order.id()));
    Optional<Instant> first =
        books.orders().stream().map(Placed::placedAt).min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return found;
    }
    try (Stream<Placed> listed = service.ordersSince(first.get())) {
      Iterator<Placed> orders = listed.iterator();
      while (!wanted.isEmpty() && orders.hasNext()) {
        Placed order = orders.next();
        if (wanted.remove(order.id())) {
          found.put(order.id(), order);
        }
      }
    }
    return found;
  }

  private void products(List<Product> products, Progress.Display display) {
    Map<String, Counted> counted = new ConcurrentHashMap<>();
    try (Progress progress = display.show("checking", products.size())) {
      Hands.each(
          products,
          product -> {
            books
                .shelf(product.code())
                .ifPresent(shelf -> counted.put(product.code(), count(shelf)));
            progress.step();
          });
    }
    for (Product product : products) {
      Optional.ofNullable(counted.get(product.code()))
          .ifPresentOrElse(
              one -> product(product.code(), product.course(), one),
              () -> mismatches.add("product " + product.code() + " was never stocked"));
    }
  }

  private Counted count(Shelf shelf) {
    long inventory = service.product(shelf.id()).inventory();
    return new Counted(shelf.opening(), inventory, service.ledgerSum(shelf.id()));
  }

  private void product(String code, StockCourse course, Counted counted) {
    compare("stock of " + code, counted.opening() + course.change(), counted.stock());
    compare("ledger of " + code, counted.stock(), counted.ledger());
    opening += counted.opening();
    adjusted += course.adjusted();
    ordered += course.ordered();
    cancelled += course.cancelled();
    stock += counted.stock();
    ledger += counted.ledger();
  }

  private void compare(String what, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      mismatches.add(
          what + ": " + actual.toPlainString() + " instead of " + expected.toPlainString());
    }
  }

  private void compare(String what, long expected, long actual) {
    if (expected != actual) {
      mismatches.add(what + ": " + actual + " instead of " + expected);
    }
  }
}
