package org.orders.integration.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

/** Processes that die or sleep while a label is bought: one label, or none that is not void. */
@ShopTest
class LabelCrashIT {

  /** Long enough to strike in either half of a call of the carrier. */
  private static final Map<String, String> SLOW =
      Map.of(
          "ORDERS_SHIPPING_LOCAL_DELAY", "PT3S",
          "ORDERS_JOBS_LEASE", "4s",
          "ORDERS_JOBS_HEARTBEAT", "1s");

  private static final Duration NOTHING_IS_STUCK_AFTER = Duration.ofSeconds(60);

  private final Services services;
  private final Database database;
  private final CarrierBooks books;

  LabelCrashIT(Services services) {
    this.services = services;
    this.database = services.newDatabase();
    this.books = new CarrierBooks(database);
  }

  @Test
  void whereverTheProcessIsKilledOneLabelIsBoughtAndNoneIsLeftOfWhatWasCancelled() {
    RunningService service = services.start("packing", database, SLOW);
    String early = paid(service);
    String earlyCancelled = paid(service);
    fulfil(service, early, earlyCancelled);
    await("both are asked for", () -> books.isAsked(early) && books.isAsked(earlyCancelled));
    cancel(service, earlyCancelled);
    service.killAtOnce();
    service = services.startAgain(service);

    String late = paid(service);
    String lateCancelled = paid(service);
    fulfil(service, late, lateCancelled);
    await(
        "both are bought and not recorded",
        () ->
            books.isAsked(late)
                && books.isAsked(lateCancelled)
                && books.bought(late) + books.bought(lateCancelled) == 2);
    cancel(service, lateCancelled);
    service.killAtOnce();
    service = services.startAgain(service);

    for (String order : List.of(early, late)) {
      awaitStatus(service, order, "SHIPPED");
      assertThat(books.bought(order)).isEqualTo(1);
      assertThat(books.voided(order)).isZero();
    }
    for (String order : List.of(earlyCancelled, lateCancelled)) {
      awaitStatus(service, order, "CANCELLED");
    }
    await("nothing is left to do", () -> books.jobs() == 0);
    for (String order : List.of(earlyCancelled, lateCancelled)) {
      assertThat(books.voided(order)).as("void once").isEqualTo(books.bought(order));
    }
    assertThat(books.voided(lateCancelled)).isEqualTo(1);
    new StockBooks(service.shop()).agree();
  }

  @Test
  void whoWakesUpTooLateLeavesNoLabelBehind() {
    RunningService sleeper = services.start("sleeper", database, SLOW);
    String order = paid(sleeper);
    String cancelled = paid(sleeper);
    fulfil(sleeper, order, cancelled);
    await("both are asked for", () -> books.isAsked(order) && books.isAsked(cancelled));
    cancel(sleeper, cancelled);
    sleeper.freeze();
    RunningService awake = services.start("awake", database, Map.of());
    awaitStatus(awake, order, "SHIPPED");
    await("nothing is left to do", () -> books.jobs() == 0);
    sleeper.thaw();
    // Its late calls reach the carrier now, and its late records the database.
    Patience.pause(Duration.ofSeconds(5));

    awaitStatus(awake, order, "SHIPPED");
    awaitStatus(awake, cancelled, "CANCELLED");
    await("nothing is left to do", () -> books.jobs() == 0);
    assertThat(books.bought(order)).isEqualTo(1);
    assertThat(books.voided(order)).isZero();
    assertThat(books.voided(cancelled)).isEqualTo(books.bought(cancelled));
    new StockBooks(awake.shop()).agree();
  }

  private static String paid(RunningService service) {
    return new Parcels(service.shop())
        .paid(service.shop().newCustomerWithoutLogin(), service.shop().newProduct("10.00", 9), 1);
  }

  /** One right after the other, so that their calls of the carrier overlap. */
  private static void fulfil(RunningService service, String... orders) {
    for (String order : orders) {
      accepted(new Parcels(service.shop()).fulfil(order, Map.of()), 202);
    }
  }

  private static void cancel(RunningService service, String order) {
    accepted(service.shop().service().post("/orders/" + order + "/cancel"), 200);
  }

  private static void awaitStatus(RunningService service, String order, String status) {
    await(
        "order " + order + " is " + status,
        () -> status.equals(service.shop().order(order).<String>path("status")));
  }

  private static void await(String what, BooleanSupplier condition) {
    Patience.await(what, NOTHING_IS_STUCK_AFTER, condition);
  }
}
