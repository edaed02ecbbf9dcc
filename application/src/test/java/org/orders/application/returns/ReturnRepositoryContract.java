package org.orders.application.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.order.Order;
import org.orders.domain.order.Pieces;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnState;
import org.orders.domain.returns.ReturnState.Trigger;
import org.orders.domain.returns.ReturnStatus;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/** What every keeper of returns must do. */
public abstract class ReturnRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofMinutes(5));
  private static final PageRequest ALL = new PageRequest(200, null, true);

  protected abstract Persistence persistence();

  private Persistence kept;
  private Order order;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    Shop shop = new Shop(kept);
    order = shop.order(shop.customer(), shop.products(2, 10), 4);
  }

  @Test
  void aReturnIsKeptWithItsPieces() {
    Return first = requested();
    Return second = requested();

    assertThat(read(first)).isEqualTo(first);
    assertThat(kept.work().run(() -> kept.returns().ofOrder(order.id())))
        .containsExactly(first, second);
    assertThat(kept.work().run(() -> kept.returns().find(new ReturnId(Shop.newId())))).isEmpty();
  }

  @Test
  void everyStateOfAReturnIsKept() {
    Return approved = change(requested(), new Trigger.Approve(LATER));
    assertThat(approved.state()).isEqualTo(new ReturnState.Approved(LATER));
    Money back = new Money(7, Shop.EUR);
    Return received = change(approved, new Trigger.Receive(LATER, back));
    assertThat(received.state()).isEqualTo(new ReturnState.Received(LATER, back));
    assertThat(received.version()).isEqualTo(2);
    Return rejected = change(requested(), new Trigger.Reject(LATER));
    assertThat(rejected.state()).isEqualTo(new ReturnState.Rejected(LATER));
  }

  @Test
  void aDecisionOnAnOldVersionIsRefused() {
    Return goods = requested();
    change(goods, new Trigger.Approve(LATER));

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(() -> kept.returns().save(goods.on(new Trigger.Reject(LATER), LATER))))
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void returnsAreListedNewestFirst() {
    Return first = requested();
    Return second = change(requested(), new Trigger.Approve(LATER));

    assertThat(list(new ReturnFilter(null, order.id()))).containsExactly(second, first);
    assertThat(list(new ReturnFilter(ReturnStatus.APPROVED, order.id()))).containsExactly(second);
    assertThat(list(new ReturnFilter(ReturnStatus.RECEIVED, order.id()))).isEmpty();
  }

  private List<Return> list(ReturnFilter filter) {
    return kept.returnQueries().list(filter, ALL).items();
  }

  private Return requested() {
    Pieces one = Pieces.of(order.lines().items().getLast().id(), 1);
    ReturnDecision decision =
        Return.request(
            new ReturnId(Shop.newId()),
            order,
            one,
            order.lines().pieces(),
            List.of(),
            new Reason("too small"),
            Shop.NOW);
    kept.work().run(() -> kept.returns().add(decision));
    return decision.goods();
  }

  private Return change(Return goods, Trigger trigger) {
    ReturnDecision decision = read(goods).on(trigger, LATER);
    kept.work().run(() -> kept.returns().save(decision));
    return read(goods);
  }

  private Return read(Return goods) {
    return kept.work().run(() -> kept.returns().find(goods.id())).orElseThrow();
  }
}
