package org.orders.application.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.catalog.ProductView;
import org.orders.application.inventory.AdjustInventory.Adjustment;
import org.orders.application.notification.InMemoryOutbox;
import org.orders.application.notification.OutboxMessage;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class InventoryUseCasesTest {

  private final Replica shop = new Replica();
  private final AdjustInventory adjustInventory = shop.inventory.adjustInventory();
  private final ProductId tea = shop.product("10.00", 10);

  @Test
  void settingLeavesExactlySoManyToBeOrdered() {
    shop.placed(shop.account("somchai@example.com"), line(tea, 4));

    ProductView view = adjust(new Adjustment.SetTo(20));

    assertThat(view.stock()).isEqualTo(new Stock(tea, 20, 4));
    assertThat(shop.ledger(tea)).isEqualTo(20);
  }

  @Test
  void changingAddsASignedDifference() {
    assertThat(adjust(new Adjustment.Change(5)).stock().available()).isEqualTo(15);
    assertThat(adjust(new Adjustment.Change(-15)).stock().available()).isZero();
  }

  @Test
  void stockNeverFallsBelowZero() {
    assertThatThrownBy(() -> adjust(new Adjustment.Change(-11)))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal -> assertThat(refusal.shortages()).containsExactly(new Shortage(tea, 11, 10)));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void theLedgerTellsWhoAndWhy() {
    adjustInventory.adjust(
        new AdjustInventory.Command(
            SERVICE,
            tea,
            new Adjustment.Change(3),
            new Reason("found behind the shelf"),
            Precondition.none()),
        Once.unkeyed());

    assertThat(shop.inventory.readMovements().list(tea, Replica.ALL).items().getFirst())
        .isEqualTo(
            new Movement(shop.clock.instant(), 3, "found behind the shelf", null, SERVICE, 13));
  }

  @Test
  void whatChangesNothingIsNoMovement() {
    adjust(new Adjustment.SetTo(10));
    adjust(new Adjustment.Change(0));

    assertThat(shop.inventory.readMovements().list(tea, Replica.ALL).items()).hasSize(1);
  }

  @Test
  void anAdjustmentIsMadeOnceUnderOneKey() {
    AdjustInventory.Command command =
        new AdjustInventory.Command(
            ADMINISTRATOR, tea, new Adjustment.Change(5), null, Precondition.none());
    ProductView first = done(adjustInventory.adjust(command, once("key")));

    assertThat(replayed(adjustInventory.adjust(command, once("key")))).isEqualTo(first.toString());
    assertThat(shop.stock(tea).available()).isEqualTo(15);
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    assertThatThrownBy(
            () ->
                adjustInventory.adjust(
                    new AdjustInventory.Command(
                        ADMINISTRATOR,
                        tea,
                        new Adjustment.Change(5),
                        null,
                        present -> {
                          throw new StaleVersion();
                        }),
                    Once.unkeyed()))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(
            () ->
                adjustInventory.adjust(
                    new AdjustInventory.Command(
                        ADMINISTRATOR,
                        Samples.productId(1),
                        new Adjustment.Change(5),
                        null,
                        Precondition.none()),
                    Once.unkeyed()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> shop.inventory.readMovements().list(Samples.productId(1), Replica.ALL))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void adjustmentsAtTheSameTimeAllCount() {
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker < 20; worker++) {
      workers.add(Thread.ofVirtual().start(() -> adjust(new Adjustment.Change(1))));
    }
    workers.forEach(InventoryUseCasesTest::join);

    assertThat(shop.stock(tea).available()).isEqualTo(30);
    assertThat(shop.ledger(tea)).isEqualTo(30);
  }

  @Test
  void theBooksAreComparedAndTheResultIsKnownToAll() {
    assertThat(reconcile().drifts()).isEmpty();

    spoil(+1);
    Reconciliation found = reconcile();

    assertThat(found.checkedAt()).isEqualTo(shop.clock.instant());
    assertThat(found.drifts())
        .extracting(Drift::product, Drift::kind, Drift::expected, Drift::actual)
        .containsExactly(tuple(tea, Drift.Kind.INVENTORY, 10L, 11L));
    assertThat(found.driftsTotal()).isOne();
    assertThat(shop.kept.books().last())
        .contains(new InventoryBooks.Check(shop.clock.instant(), 1));
  }

  @Test
  void driftsAreToldOnceEachTimeTheyAppear() {
    reconcile();
    assertThat(told()).isEmpty();

    spoil(+1);
    reconcile();
    reconcile();
    assertThat(told())
        .containsExactly(
            new OutboxMessage(
                "DRIFTS_FOUND", null, null, Map.of("drifts", "1"), shop.clock.instant()));

    spoil(-1);
    reconcile();
    spoil(+2);
    reconcile();
    assertThat(told()).hasSize(1);
  }

  @Test
  void theBooksAreComparedOnceUnderOneKey() {
    ReconcileInventory reconcileInventory = shop.inventory.reconcileInventory();
    Reconciliation first = done(reconcileInventory.reconcile(once("key")));
    spoil(+1);

    assertThat(replayed(reconcileInventory.reconcile(once("key")))).isEqualTo(first.toString());
    assertThat(done(reconcileInventory.reconcile(once("other"))).driftsTotal()).isOne();
  }

  /** Changes stock as only somebody with a key to the database can. */
  private void spoil(long pieces) {
    InMemoryTable<ProductId, Stock> stock = shop.database.table("stock");
    Stock present = stock.find(tea).orElseThrow();
    stock.put(tea, new Stock(tea, present.available() + pieces, present.reserved()));
  }

  private Reconciliation reconcile() {
    return done(shop.inventory.reconcileInventory().reconcile(Once.unkeyed()));
  }

  /** Takes what was told of drifts out of the outbox. */
  private List<OutboxMessage> told() {
    return new InMemoryOutbox(shop.database)
        .take(1_000).stream().filter(it -> it.type().equals("DRIFTS_FOUND")).toList();
  }

  private ProductView adjust(Adjustment adjustment) {
    return done(
        adjustInventory.adjust(
            new AdjustInventory.Command(ADMINISTRATOR, tea, adjustment, null, Precondition.none()),
            Once.unkeyed()));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
