package org.orders.replay;

import java.util.ArrayList;
import java.util.List;
import org.orders.replay.service.Refused;

/** What a run did, counted as it goes. */
final class Tally {

  private final List<String> failures = new ArrayList<>();
  private int productsCreated;
  private int productsFound;
  private int customersCreated;
  private int customersFound;
  private int pricesSet;
  private int adjustments;
  private int guestOrders;

  void productCreated() {
    productsCreated++;
  }

  void productFound() {
    productsFound++;
  }

  void customerCreated() {
    customersCreated++;
  }

  void customerFound() {
    customersFound++;
  }

  void priceSet() {
    pricesSet++;
  }

  void adjusted() {
    adjustments++;
  }

  void guestOrder() {
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

  void fail(String why) {
    failures.add(why);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  int productsCreated() {
    return productsCreated;
  }

  int productsFound() {
    return productsFound;
  }

  int customersCreated() {
    return customersCreated;
  }

  int customersFound() {
    return customersFound;
  }

  int pricesSet() {
    return pricesSet;
  }

  int adjustments() {
    return adjustments;
  }

  int guestOrders() {
    return guestOrders;
  }
}
