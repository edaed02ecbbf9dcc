package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.id;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.UnknownUser;
import org.orders.application.order.BulkAdministration.Command;
import org.orders.application.order.BulkAdministration.Result;
import org.orders.application.order.BulkAdministration.Wish;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Reason;

class BulkAdministrationTest {

  private static final Reason REASON = new Reason("stock-taking");

  private final Replica shop = new Replica();
  private final BulkAdministration bulk =
      shop.orders.bulkAdministration(
          shop.orders.cancelOrder(), shop.fulfilment.fulfilOrder(), shop.orders.administerOrder());
  private final Actor.Customer ann = shop.account("ann@example.com");
  private final ProductId tea = shop.product("10.00", 10);

  @Test
  void eachOrderIsDoneOrRefusedByItself() {
    OrderId open = placed();
    OrderId gone = placed();
    ship(gone);
    OrderId nobodys = new OrderId(id(12345));

    List<Result> results = run(new Wish.Cancel(), open, gone, nobodys);

    assertThat(results).extracting(Result::order).containsExactly(open, gone, nobodys);
    assertThat(results)
        .extracting(result -> result.refusal() == null ? "done" : result.refusal().code())
        .containsExactly("done", "illegal-transition", "not-found");
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 9, 0));
    assertThat(shop.history(open))
        .last()
        .satisfies(event -> assertThat(event.actor()).isEqualTo(ADMINISTRATOR));
    assertThat(shop.history(open))
        .hasAtLeastOneElementOfType(OrderEvent.StatusChanged.class)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        OrderEvent.StatusChanged.class,
                        it -> assertThat(it.reason()).isEqualTo(REASON)));
  }

  @Test
  void fulfillingAgainAsksForNoOtherShipment() {
    OrderId order = placed();
    shop.payByInvoice(order);

    run(new Wish.Fulfil(null, null), order);
    List<Result> again = run(new Wish.Fulfil(null, null), order);

    assertThat(again).allSatisfy(result -> assertThat(result.refusal()).isNull());
    assertThat(shop.kept.shipments().ofOrder(order)).hasSize(1);
  }

  @Test
  void whoIsInChargeMustBeThere() {
    OrderId order = placed();

    assertThat(run(new Wish.Assign(ADMINISTRATOR.id()), order).getFirst().refusal())
        .isInstanceOf(UnknownUser.class);
  }

  @Test
  void theSameRequestUnderAKeyIsAnsweredAsBefore() {
    OrderId order = placed();
    Command command =
        new Command(ADMINISTRATOR, new LinkedHashSet<>(List.of(order)), new Wish.Cancel(), REASON);
    List<Result> first = done(bulk.administer(command, once("key")));

    assertThat(replayed(bulk.administer(command, once("key")))).isEqualTo(first.toString());
  }

  @Test
  void theKeyIsHeldWhileItRuns() {
    OrderId order = placed();
    Command command = cancel(order);
    List<Throwable> meanwhile = new ArrayList<>();
    BulkAdministration slow =
        bulk(
            (wish, once) -> {
              meanwhile.add(catchThrowable(() -> bulk.administer(command, once("key"))));
              meanwhile.add(catchThrowable(() -> bulk.administer(command, once("key", "other"))));
              return shop.orders.cancelOrder().cancel(wish, once);
            });

    done(slow.administer(command, once("key")));

    assertThat(meanwhile)
        .hasSize(2)
        .allSatisfy(heard -> assertThat(heard).isInstanceOf(IdempotencyKeyInFlight.class));
    assertThat(replayed(bulk.administer(command, once("key")))).isNotEmpty();
  }

  @Test
  void whatIsUnavailableEndsItAtOnceAndIsNotRecorded() {
    breaksOff(new CarrierUnavailable());
  }

  @Test
  void aCollisionIsNoAnswerForAnOrder() {
    breaksOff(new ConcurrentChange());
  }

  @Test
  void whatNobodyExpectedIsNotRecorded() {
    breaksOff(new IllegalStateException("of nobody's business"));
  }

  private void breaksOff(RuntimeException failure) {
    Command command = cancel(placed(), placed(), placed());
    AtomicInteger calls = new AtomicInteger();
    BulkAdministration failing =
        bulk(
            (wish, once) -> {
              if (calls.incrementAndGet() == 2) {
                throw failure;
              }
              return shop.orders.cancelOrder().cancel(wish, once);
            });

    assertThatThrownBy(() -> failing.administer(command, once("key"))).isSameAs(failure);
    assertThat(calls).hasValue(2);

    List<Result> again = done(bulk.administer(command, once("key")));
    assertThat(again).hasSize(3).allSatisfy(it -> assertThat(it.refusal()).isNull());
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  private BulkAdministration bulk(CancelOrder cancelOrder) {
    return shop.orders.bulkAdministration(
        cancelOrder, shop.fulfilment.fulfilOrder(), shop.orders.administerOrder());
  }

  private static Command cancel(OrderId... orders) {
    return new Command(
        ADMINISTRATOR, new LinkedHashSet<>(List.of(orders)), new Wish.Cancel(), REASON);
  }

  private List<Result> run(Wish wish, OrderId... orders) {
    return done(
        bulk.administer(
            new Command(ADMINISTRATOR, new LinkedHashSet<>(List.of(orders)), wish, REASON),
            org.orders.application.shared.Once.unkeyed()));
  }

  private OrderId placed() {
    return shop.placed(ann, line(tea, 1)).id();
  }

  private void ship(OrderId order) {
    shop.payByInvoice(order);
    shop.walk(order, OrderStatus.PROCESSING);
    shop.walk(order, OrderStatus.SHIPPED);
  }
}
