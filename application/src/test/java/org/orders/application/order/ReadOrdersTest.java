package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.line;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.SERVICE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.order.OrderActions.Action;
import org.orders.application.order.OrderActions.Name;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

class ReadOrdersTest {

  private static final OrderFilter ANY = new OrderFilter(null, null, null, null, null);

  private final Replica shop = new Replica();
  private final ReadOrders readOrders = shop.orders.readOrders();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final Actor.Customer other = shop.account("other@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final Order order = shop.placed(somchai, line(tea, 2));

  @Test
  void anOrderIsReadByItsOwnerAndStaffAndNobodyElse() {
    for (Actor actor : List.of(somchai, ADMINISTRATOR, SERVICE, new Actor.Guest(order.id()))) {
      assertThat(readOrders.read(actor, order.id()).order()).isEqualTo(order);
    }
    for (Actor actor : List.of(other, ANONYMOUS)) {
      assertThatThrownBy(() -> readOrders.read(actor, order.id())).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> readOrders.history(actor, order.id())).isInstanceOf(NotFound.class);
    }
  }

  @Test
  void aGuestReadsUntilNinetyDaysAfterTheLastTransition() {
    Actor guest = new Actor.Guest(order.id());
    shop.clock.pass(Duration.ofDays(89));
    shop.payByInvoice(order.id());
    shop.clock.pass(Duration.ofDays(89));
    assertThat(readOrders.read(guest, order.id()).order().id()).isEqualTo(order.id());

    shop.clock.pass(Duration.ofDays(1));
    assertThatThrownBy(() -> readOrders.read(guest, order.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void notesInTheHistoryAreForAdministratorsAlone() {
    shop.orders
        .administerOrder()
        .administer(
            new AdministerOrder.Command(
                ADMINISTRATOR,
                order.id(),
                Optional.empty(),
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reason("difficult customer")),
                null,
                Precondition.none()),
            Once.unkeyed());

    assertThat(readOrders.history(ADMINISTRATOR, order.id()))
        .hasAtLeastOneElementOfType(OrderEvent.Noted.class);
    for (Actor actor : List.of(somchai, SERVICE, new Actor.Guest(order.id()))) {
      assertThat(readOrders.history(actor, order.id()))
          .doesNotHaveAnyElementsOfTypes(OrderEvent.Noted.class)
          .hasAtLeastOneElementOfType(OrderEvent.Placed.class);
    }
  }

  @Test
  void ordersOfACustomerAreTheirsWhateverTheFilterSays() {
    Order foreign = shop.placed(other, line(tea, 1));
    OrderFilter ofOther = new OrderFilter(null, other.id(), null, null, null);

    assertThat(readOrders.ofCustomer(somchai, somchai.id(), ofOther, Replica.ALL).items())
        .extracting(OrderView::order)
        .containsExactly(order);
    assertThat(readOrders.ofCustomer(SERVICE, other.id(), ANY, Replica.ALL).items())
        .extracting(OrderView::order)
        .containsExactly(foreign);
    assertThatThrownBy(() -> readOrders.ofCustomer(somchai, other.id(), ANY, Replica.ALL))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void staffListAllOrdersNewestFirst() {
    shop.clock.pass(Duration.ofSeconds(1));
    Order later = shop.placed(other, line(tea, 1));

    assertThat(readOrders.list(ANY, Replica.ALL).items())
        .extracting(OrderView::order)
        .containsExactly(later, order);
  }

  @Test
  void whatACustomerCanDoFollowsTheState() {
    assertThat(allowed(somchai)).containsExactly(Name.UPDATE, Name.CANCEL, Name.PAY);
    shop.payByInvoice(order.id());
    assertThat(allowed(somchai)).containsExactly(Name.UPDATE, Name.CANCEL);
    shop.walk(order.id(), OrderStatus.PROCESSING);
    assertThat(allowed(somchai)).containsExactly(Name.CANCEL);
    shop.walk(order.id(), OrderStatus.SHIPPED);
    assertThat(allowed(somchai)).isEmpty();
  }

  @Test
  void whatAnAdministratorCanDoFollowsTheState() {
    assertThat(allowed(ADMINISTRATOR))
        .containsExactly(Name.UPDATE, Name.CANCEL, Name.PAY, Name.HOLD);
    shop.payByInvoice(order.id());
    assertThat(allowed(ADMINISTRATOR))
        .containsExactly(Name.UPDATE, Name.CANCEL, Name.FULFIL, Name.HOLD);
    shop.hold(order.id(), true);
    assertThat(allowed(ADMINISTRATOR)).containsExactly(Name.UPDATE, Name.CANCEL, Name.RELEASE);
    shop.hold(order.id(), false);
    shop.walk(order.id(), OrderStatus.PROCESSING);
    assertThat(allowed(ADMINISTRATOR)).containsExactly(Name.CANCEL, Name.FULFIL, Name.HOLD);
    shop.walk(order.id(), OrderStatus.SHIPPED);
    assertThat(allowed(ADMINISTRATOR)).containsExactly(Name.DELIVER);
    shop.walk(order.id(), OrderStatus.DELIVERED);
    assertThat(allowed(ADMINISTRATOR)).containsExactly(Name.RETURN);
    assertThat(allowed(somchai)).containsExactly(Name.RETURN);
  }

  @Test
  void aServiceFulfilsButDoesNotHold() {
    shop.payByInvoice(order.id());

    assertThat(allowed(SERVICE)).containsExactly(Name.UPDATE, Name.CANCEL, Name.FULFIL);
  }

  @Test
  void whatCannotBeDoneSaysWhyNot() {
    shop.payByInvoice(order.id());
    shop.walk(order.id(), OrderStatus.CANCELLED);

    List<Action> actions = OrderActions.of(readOrders.read(somchai, order.id()), somchai);

    assertThat(actions).extracting(Action::name).containsExactly(Name.values());
    assertThat(actions).allSatisfy(action -> assertThat(action.reason()).isNotBlank());
  }

  private List<Name> allowed(Actor actor) {
    return OrderActions.of(readOrders.read(ADMINISTRATOR, order.id()), actor).stream()
        .filter(Action::allowed)
        .map(Action::name)
        .toList();
  }
}
