package org.orders.replay;

import java.util.ArrayList;
import java.util.List;
import org.orders.replay.service.Refused;

/** What a run did, counted as it goes, by however many hands. */
final class Tally {

  private final List<String> failures = new ArrayList<>();
  private int productsCreated;
  private int productsFound;
  private int customersCreated;
  private int customersFound;
  private int pricesSet;
  private int adjustments;
  private int guestOrders;

  synchronized void productCreated() {
    productsCreated++;
  }

  synchronized void productFound() {
    productsFound++;
  }

  synchronized void customerCreated() {
    customersCreated++;
  }

  synchronized void customerFound() {
    customersFound++;
  }

  synchronized void priceSet() {
    pricesSet++;
  }

  synchronized void adjusted() {
    adjustments++;
  }

  synchronized void guestOrder() {
    guestOrders++;
  }

  /**
   * Does one thing, and notes where the service refuses it: one refusal does not end the run.
   *
   * @throws Refused when the administrator has no access, which no later step can mend
   */
  void attempt(String what, Runnable action) {
    try {
      action.run();
    } catch (Refused refused) {
      if (refused.status() == 401 || refused.status() == 403) {
        throw refused;
      }
      fail(what + ": " + refused.getMessage());
    }
  }

  synchronized void fail(String why) {
    failures.add(why);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  synchronized int productsCreated() {
    return productsCreated;
  }

  synchronized int productsFound() {
    return productsFound;
  }

  synchronized int customersCreated() {
    return customersCreated;
  }

  synchronized int customersFound() {
    return customersFound;
  }

  synchronized int pricesSet() {
    return pricesSet;
  }

  synchronized int adjustments() {
    return adjustments;
  }

  synchronized int guestOrders() {
    return guestOrders;
  }
}
