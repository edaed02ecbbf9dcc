package org.orders.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.replay.plan.OrderLine;
import org.orders.replay.plan.Plan;
import org.orders.replay.plan.Step;
import org.orders.replay.plan.Step.AdjustStock;
import org.orders.replay.plan.Step.CancelOrders;
import org.orders.replay.plan.Step.PlaceOrder;
import org.orders.replay.service.OrdersService;
import org.orders.replay.service.OrdersService.Item;
import org.orders.replay.service.Placed;

/** Carries out a plan's steps, one after the other: prices and stock follow the file's order. */
final class Steps {

  private final OrdersService service;
  private final Books books;
  private final Tally tally;

  Steps(OrdersService service, Books books, Tally tally) {
    this.service = service;
    this.books = books;
    this.tally = tally;
  }

  void run(Plan plan, Progress.Display display) {
    try (Progress progress = display.show("invoices", plan.steps().size())) {
      for (Step step : plan.steps()) {
        switch (step) {
          case PlaceOrder order ->
              tally.attempt(at(step, "invoice " + order.reference()), () -> place(order));
          case AdjustStock change ->
              tally.attempt(at(step, "stock of " + change.code()), () -> adjust(change));
          case CancelOrders cancel ->
              tally.attempt(at(step, "invoice " + cancel.creditNote()), () -> cancel(cancel));
        }
        progress.step();
      }
    }
  }

  private void place(PlaceOrder order) {
    List<Item> items = new ArrayList<>();
    Map<Shelf, BigDecimal> prices = new LinkedHashMap<>();
    for (OrderLine line : order.lines()) {
      Optional<Shelf> shelf = books.shelf(line.code());
      if (shelf.isEmpty()) {
        fail(order, "product " + line.code() + " is not there");
        return;
      }
      if (!shelf.get().costs(line.price())) {
        prices.put(shelf.get(), line.price());
      }
      items.add(new Item(shelf.get().id(), line.quantity()));
    }
    Hands.each(prices.entrySet(), price -> price(price.getKey(), price.getValue()));
    Optional<Placed> placed = place(order, items);
    if (placed.isPresent()) {
      books.placed(order, placed.get());
      if (placed.get().unpaid()) {
        service.payByInvoice(placed.get().id());
      }
    }
  }

  private Optional<Placed> place(PlaceOrder order, List<Item> items) {
    String customerId = order.buyer().customerId();
    if (customerId == null) {
      Placed placed = service.placeAsGuest(order, items);
      tally.guestOrder();
      return Optional.of(placed);
    }
    Optional<String> customer = books.customer(customerId);
    if (customer.isEmpty()) {
      fail(order, "customer " + customerId + " is not there");
    }
    return customer.map(id -> service.placeFor(id, order, items));
  }

  private void price(Shelf shelf, BigDecimal price) {
    service.setPrice(shelf.id(), price);
    shelf.priced(price);
    tally.priceSet();
  }

  private void adjust(AdjustStock change) {
    books
        .shelf(change.code())
        .ifPresentOrElse(
            shelf -> {
              service.changeStock(shelf.id(), change.change(), change.reason());
              tally.adjusted();
            },
            () -> fail(change, "product " + change.code() + " is not there"));
  }

  private void cancel(CancelOrders cancel) {
    for (PlaceOrder order : cancel.orders()) {
      books
          .order(order)
          .ifPresentOrElse(
              placed -> service.cancel(placed.id(), "cancelled by " + cancel.creditNote()),
              () -> fail(cancel, "order " + order.reference() + " was never placed"));
    }
  }

  private void fail(Step step, String why) {
    tally.fail(at(step, why));
  }

  private static String at(Step step, String what) {
    return "line " + step.line() + ": " + what;
  }
}
