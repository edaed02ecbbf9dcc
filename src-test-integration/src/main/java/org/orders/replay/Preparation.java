package org.orders.replay;

import java.util.Optional;
import org.orders.replay.plan.Country;
import org.orders.replay.plan.Limits;
import org.orders.replay.plan.Plan;
import org.orders.replay.plan.Product;
import org.orders.replay.service.OrdersService;
import org.orders.replay.service.Stocked;

/**
 * What must be there before the first invoice: products with their opening stock, and customers.
 * None depends on another, so they come in side by side.
 */
final class Preparation {

  private static final String ACTIVE = "ACTIVE";

  private final OrdersService service;
  private final Books books;
  private final Tally tally;

  Preparation(OrdersService service, Books books, Tally tally) {
    this.service = service;
    this.books = books;
    this.tally = tally;
  }

  void run(Plan plan, Progress.Display display) {
    try (Progress progress = display.show("products", plan.products().size())) {
      Hands.each(
          plan.products(),
          product -> {
            tally.attempt("product " + product.code(), () -> stock(product));
            progress.step();
          });
    }
    try (Progress progress = display.show("customers", plan.customers().size())) {
      Hands.each(
          plan.customers().entrySet(),
          customer -> {
            tally.attempt(
                "customer " + customer.getKey(),
                () -> register(customer.getKey(), customer.getValue()));
            progress.step();
          });
    }
  }

  private void stock(Product product) {
    long needed = product.course().needed();
    Optional<Stocked> created = service.createProduct(product, Math.min(needed, Limits.PIECES));
    if (created.isPresent()) {
      tally.productCreated();
      books.stocked(new Shelf(product, topUp(created.get(), needed)));
      return;
    }
    Optional<Stocked> found = service.findProduct(product.code());
    if (found.isEmpty()) {
      tally.fail("product " + product.code() + ": its sku is taken, and yet it is not listed");
    } else if (!found.get().currency().equals(OrdersService.CURRENCY)) {
      tally.fail("product " + product.code() + ": is sold in " + found.get().currency());
    } else if (!found.get().status().equals(ACTIVE)) {
      tally.fail("product " + product.code() + ": is " + found.get().status());
    } else {
      tally.productFound();
      books.stocked(new Shelf(product, topUp(found.get(), needed)));
    }
  }

  private Stocked topUp(Stocked found, long needed) {
    Stocked stocked = found;
    while (stocked.inventory() < needed) {
      long change = Math.min(needed - stocked.inventory(), Limits.PIECES);
      stocked = service.changeStock(stocked.id(), change, "opening stock");
    }
    return stocked;
  }

  private void register(String customerId, Country country) {
    service
        .createCustomer(customerId, country)
        .ifPresentOrElse(
            id -> {
              books.registered(customerId, id);
              tally.customerCreated();
            },
            () -> find(customerId));
  }

  private void find(String customerId) {
    service
        .findCustomer(customerId)
        .ifPresentOrElse(
            id -> {
              books.registered(customerId, id);
              tally.customerFound();
            },
            () ->
                tally.fail(
                    "customer " + customerId + ": the e-mail is taken, and yet nobody has it"));
  }
}
