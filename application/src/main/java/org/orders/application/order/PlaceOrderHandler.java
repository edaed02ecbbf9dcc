package org.orders.application.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.order.OrderPlacements.Placement;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.Customer;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Refusal;

/**
 * Decides on what is remembered of customer and products, and writes with a check that none of it
 * moved; what moved, or would be refused, is decided again on fresh knowledge.
 */
final class PlaceOrderHandler implements PlaceOrder {

  /** How often a decision may be overtaken before the caller is told to try again. */
  private static final int MAX_ROUNDS = 5;

  private final OrderPlacements placements;
  private final OrderNumbers numbers;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;
  private final Duration timeToPay;

  PlaceOrderHandler(
      OrderPlacements placements,
      OrderNumbers numbers,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock,
      Duration timeToPay) {
    this.placements = placements;
    this.numbers = numbers;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
    this.timeToPay = timeToPay;
  }

  @Override
  public Outcome<OrderView> place(Command command, Once<OrderView> once) {
    Attempt attempt = begin(command);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Freshness freshness = round == 0 ? Freshness.CACHED : Freshness.FRESH;
      Optional<Outcome<OrderView>> outcome = attempt(attempt, once, freshness);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new ConcurrentChange();
  }

  /** What stays the same however often the order is decided. */
  private record Attempt(
      Command command, OrderId id, OrderNumber number, @Nullable Customer newGuest, Instant at) {}

  private Attempt begin(Command command) {
    Instant at = clock.instant();
    Customer guest = Buyers.newGuest(command.buyer(), ids, at);
    return new Attempt(command, new OrderId(ids.next()), numbers.next(), guest, at);
  }

  /** One round; empty when the knowledge it rested on was not good enough. */
  private Optional<Outcome<OrderView>> attempt(
      Attempt attempt, Once<OrderView> once, Freshness freshness) {
    Command command = attempt.command;
    Basis basis =
        placements.read(
            Buyers.knownId(command.buyer()), command.basket().quantities().keySet(), freshness);
    OrderDecision decision;
    try {
      decision = decide(attempt, basis);
    } catch (Refusal refusal) {
      if (freshness == Freshness.CACHED) {
        return Optional.empty();
      }
      // A retry hears what the first try heard, also when the world has changed since.
      return Optional.of(recall(once).orElseThrow(() -> refusal));
    }
    return write(attempt, basis, decision, once);
  }

  private Optional<Outcome<OrderView>> write(
      Attempt attempt, Basis basis, OrderDecision decision, Once<OrderView> once) {
    OrderView view = OrderView.fresh(decision.order());
    String answer = once.claim() == null ? "" : once.answer().apply(view);
    Result result =
        placements.place(new Placement(decision, basis, attempt.newGuest, once.claim(), answer));
    return switch (result) {
      case Result.Placed() -> Optional.of(new Outcome.Done<>(view));
      case Result.Answered(var before) -> Optional.of(new Outcome.Replayed<>(before));
      case Result.Short(var shortages) -> throw new InsufficientStock(shortages);
      case Result.BasisMoved() -> Optional.empty();
    };
  }

  private OrderDecision decide(Attempt attempt, Basis basis) {
    Command command = attempt.command;
    Customer customer = Buyers.buyer(command, attempt.newGuest, basis);
    OrderLines lines = OrderLines.sell(command.basket(), basis.products(), this::nextItemId);
    ExpectedTotal.require(command.expectedTotal(), lines.total());
    Order.Draft draft =
        new Order.Draft(
            attempt.id,
            attempt.number,
            command.reference(),
            customer.id(),
            lines,
            Optional.ofNullable(command.shippingAddress()).orElse(customer.profile().address()),
            Optional.ofNullable(command.contact()).orElse(customer.contact()));
    return Order.place(draft, timeToPay, command.actor(), attempt.at);
  }

  private Optional<Outcome<OrderView>> recall(Once<OrderView> once) {
    return work.run(() -> idempotency.recall(once)).map(Outcome.Replayed::new);
  }

  private OrderItemId nextItemId() {
    return new OrderItemId(ids.next());
  }
}
