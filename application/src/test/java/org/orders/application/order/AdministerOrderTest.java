package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.OTHER_ADMINISTRATOR;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.UnknownUser;
import org.orders.application.shared.Once;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OnHold;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class AdministerOrderTest {

  private final Replica shop = new Replica();
  private final AdministerOrder administerOrder = shop.orders.administerOrder();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(somchai, line(tea, 2));

  @BeforeEach
  void administratorsAreThere() {
    shop.kept.credentials().addAdministrator(ADMINISTRATOR.id(), "admin", "hash");
    shop.kept.credentials().addAdministrator(OTHER_ADMINISTRATOR.id(), "other", "hash");
  }

  @Test
  void anOrderIsWalkedStepByStepByTheSameRules() {
    OrderView confirmed = administer(asking().status(OrderStatus.CONFIRMED));
    assertThat(confirmed.payment()).isNotNull();
    assertThat(confirmed.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(confirmed.payment().amount()).isEqualTo(order.total());

    administer(asking().status(OrderStatus.PROCESSING));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 8, 2));

    OrderView shipped =
        administer(asking().status(OrderStatus.SHIPPED).tracking(new TrackingNumber("TRK1")));
    assertThat(((OrderState.Shipped) shipped.order().state()).tracking())
        .isEqualTo(new TrackingNumber("TRK1"));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 8, 0));

    assertThat(administer(asking().status(OrderStatus.DELIVERED)).order().status())
        .isEqualTo(OrderStatus.DELIVERED);
    assertThat(shop.history(order.id()).stream().filter(OrderEvent.StatusChanged.class::isInstance))
        .hasSize(4);
  }

  @Test
  void onlyOneStepIsTakenAtATime() {
    for (OrderStatus far :
        new OrderStatus[] {OrderStatus.PROCESSING, OrderStatus.SHIPPED, OrderStatus.DELIVERED}) {
      assertThatThrownBy(() -> administer(asking().status(far)))
          .isInstanceOfSatisfying(
              IllegalTransition.class,
              refusal ->
                  assertThat(refusal.details())
                      .containsEntry("from", "PENDING")
                      .containsEntry("to", far.name()));
    }
  }

  @Test
  void aTrackingNumberBelongsToTheHandOver() {
    TrackingNumber number = new TrackingNumber("TRK1");
    TrackingNumber other = new TrackingNumber("TRK2");
    assertNumberIsRefused(asking().tracking(number));
    administer(asking().status(OrderStatus.CONFIRMED));
    assertNumberIsRefused(asking().status(OrderStatus.PROCESSING).tracking(number));
    assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
    administer(asking().status(OrderStatus.PROCESSING));
    administer(asking().status(OrderStatus.SHIPPED).tracking(number));

    assertNumberIsRefused(asking().status(OrderStatus.SHIPPED).tracking(other));
    administer(asking().status(OrderStatus.DELIVERED).tracking(number));
    administer(asking().tracking(number));
  }

  private void assertNumberIsRefused(Asking asking) {
    assertThatThrownBy(() -> administer(asking))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(InvalidValue.Violation::pointer)
                    .containsExactly("/trackingNumber"));
  }

  @Test
  void nothingGoesBack() {
    administer(asking().status(OrderStatus.CONFIRMED));
    assertThatThrownBy(() -> administer(asking().status(OrderStatus.PENDING)))
        .isInstanceOf(IllegalTransition.class);
    administer(asking().status(OrderStatus.PROCESSING));
    assertThatThrownBy(() -> administer(asking().status(OrderStatus.CONFIRMED)))
        .isInstanceOf(IllegalTransition.class);
    administer(asking().status(OrderStatus.CANCELLED));
    assertThatThrownBy(() -> administer(asking().status(OrderStatus.CONFIRMED)))
        .isInstanceOf(IllegalTransition.class);
  }

  @Test
  void theStateItIsInChangesNothing() {
    OrderView view = administer(asking().status(OrderStatus.PENDING));

    assertThat(view.order()).isEqualTo(order);
    assertThat(shop.history(order.id())).hasSize(1);
  }

  @Test
  void cancellingIsTheCancellingOfEverybody() {
    shop.payByInvoice(order.id());

    OrderView cancelled =
        administer(asking().status(OrderStatus.CANCELLED).reason(new Reason("out of business")));

    assertThat(cancelled.payment()).isNotNull();
    assertThat(cancelled.payment().status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
    assertThat(shop.history(order.id()).toString()).contains("out of business");
  }

  @Test
  void anOrderOnHoldIsNotFulfilledUntilItIsReleased() {
    administer(asking().status(OrderStatus.CONFIRMED));
    assertThat(administer(asking().onHold(true)).order().onHold()).isTrue();

    assertThatThrownBy(() -> administer(asking().status(OrderStatus.PROCESSING)))
        .isInstanceOf(OnHold.class);

    Order released = administer(asking().onHold(false).status(OrderStatus.PROCESSING)).order();
    assertThat(released.onHold()).isFalse();
    assertThat(released.status()).isEqualTo(OrderStatus.PROCESSING);
  }

  @Test
  void notesAreAppended() {
    administer(asking().note(new Reason("call first")));
    OrderView view = administer(asking().note(new Reason("called")));

    assertThat(view.notes())
        .extracting(note -> note.text().value())
        .containsExactly("call first", "called");
    assertThat(view.notes().getFirst().actor()).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void theFirstAdministratorWhoActsIsInChargeUntilOneIsAssigned() {
    assertThat(administer(asking().onHold(true)).order().managedBy()).isEqualTo(ADMINISTRATOR.id());
    assertThat(administer(asking().managedBy(OTHER_ADMINISTRATOR.id())).order().managedBy())
        .isEqualTo(OTHER_ADMINISTRATOR.id());
    assertThat(administer(asking().onHold(false)).order().managedBy())
        .isEqualTo(OTHER_ADMINISTRATOR.id());
  }

  @Test
  void whoIsAssignedAtOnceIsInChargeInsteadOfTheOneWhoAssigns() {
    Order assigned = administer(asking().managedBy(OTHER_ADMINISTRATOR.id())).order();

    assertThat(assigned.managedBy()).isEqualTo(OTHER_ADMINISTRATOR.id());
    assertThat(shop.history(order.id()).stream().filter(OrderEvent.Assigned.class::isInstance))
        .hasSize(1);
  }

  @Test
  void onlyAnAdministratorCanBeInCharge() {
    assertThatThrownBy(() -> administer(asking().managedBy(new UserId(Samples.id(1)))))
        .isInstanceOf(UnknownUser.class);
    assertThatThrownBy(() -> administer(asking().managedBy(new UserId(somchai.id().value()))))
        .isInstanceOf(UnknownUser.class);
  }

  @Test
  void allOfItHappensOrNothing() {
    assertThatThrownBy(
            () ->
                administer(
                    asking()
                        .managedBy(OTHER_ADMINISTRATOR.id())
                        .note(new Reason("ship it"))
                        .onHold(true)
                        .status(OrderStatus.SHIPPED)))
        .isInstanceOf(IllegalTransition.class);

    assertThat(shop.order(order.id())).isEqualTo(order);
    assertThat(shop.history(order.id())).hasSize(1);
  }

  @Test
  void aPaymentThatWasBegunGoesWithTheRest() {
    Order short1 = shop.placed(somchai, line(tea, 8));
    assertThatThrownBy(
            () ->
                shop.database.run(
                    () -> {
                      administerOrder.administer(
                          asking().of(short1.id()).status(OrderStatus.CONFIRMED).command(),
                          Once.unkeyed());
                      throw new IllegalStateException("the power went out");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(shop.order(short1.id())).isEqualTo(short1);
    assertThat(shop.kept.payments().findByOrder(short1.id())).isEmpty();
  }

  @Test
  void manyThingsAtOnceAreOneStory() {
    OrderView view =
        administer(
            asking()
                .managedBy(OTHER_ADMINISTRATOR.id())
                .note(new Reason("paid by transfer"))
                .address()
                .status(OrderStatus.CONFIRMED));

    assertThat(view.order().shippingAddress()).isEqualTo(Samples.otherAddress());
    assertThat(view.order().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.history(order.id()))
        .<Class<?>>extracting(OrderEvent::getClass)
        .containsExactly(
            OrderEvent.Placed.class,
            OrderEvent.Assigned.class,
            OrderEvent.Noted.class,
            OrderEvent.Changed.class,
            OrderEvent.StatusChanged.class);
    assertThat(view.order().version()).isEqualTo(1);
  }

  @Test
  void whatWasPaidIsNotConfirmedAgain() {
    shop.payByInvoice(order.id());

    assertThat(administer(asking().status(OrderStatus.CONFIRMED)).order().status())
        .isEqualTo(OrderStatus.CONFIRMED);
    assertThatThrownBy(() -> shop.payByInvoice(order.id())).isInstanceOf(AlreadyPaid.class);
  }

  @Test
  void aRetryHearsTheFirstAnswerAndAnotherVersionIsRefused() {
    AdministerOrder.Command command = asking().note(new Reason("once")).command();
    OrderView first = done(administerOrder.administer(command, once("key")));

    assertThat(replayed(administerOrder.administer(command, once("key"))))
        .isEqualTo(first.toString());
    assertThat(shop.history(order.id()).stream().filter(OrderEvent.Noted.class::isInstance))
        .hasSize(1);
    assertThatThrownBy(() -> administer(asking().stale().note(new Reason("x"))))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void anOrderThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> administer(asking().of(new OrderId(Samples.id(1)))))
        .isInstanceOf(NotFound.class);
  }

  private OrderView administer(Asking asking) {
    return done(administerOrder.administer(asking.command(), Once.unkeyed()));
  }

  private Asking asking() {
    return new Asking(order.id());
  }

  /** A command, part by part. */
  private static final class Asking {

    private OrderId id;
    private Optional<OrderStatus> status = Optional.empty();
    private TrackingNumber tracking;
    private Optional<Boolean> onHold = Optional.empty();
    private Optional<UserId> managedBy = Optional.empty();
    private Optional<org.orders.domain.shared.Address> address = Optional.empty();
    private Optional<Reason> note = Optional.empty();
    private Reason reason;
    private boolean stale;

    Asking(OrderId id) {
      this.id = id;
    }

    Asking of(OrderId other) {
      id = other;
      return this;
    }

    Asking status(OrderStatus to) {
      status = Optional.of(to);
      return this;
    }

    Asking tracking(TrackingNumber number) {
      tracking = number;
      return this;
    }

    Asking onHold(boolean held) {
      onHold = Optional.of(held);
      return this;
    }

    Asking managedBy(UserId administrator) {
      managedBy = Optional.of(administrator);
      return this;
    }

    Asking address() {
      address = Optional.of(Samples.otherAddress());
      return this;
    }

    Asking note(Reason text) {
      note = Optional.of(text);
      return this;
    }

    Asking reason(Reason why) {
      reason = why;
      return this;
    }

    Asking stale() {
      stale = true;
      return this;
    }

    AdministerOrder.Command command() {
      return new AdministerOrder.Command(
          ADMINISTRATOR,
          id,
          status,
          tracking,
          onHold,
          managedBy,
          address,
          note,
          reason,
          present -> {
            if (stale) {
              throw new StaleVersion();
            }
          });
    }
  }
}
