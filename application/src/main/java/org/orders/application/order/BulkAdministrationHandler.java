package org.orders.application.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.Refusal;

/** Goes through the orders one by one, each in a transaction of its own, by the usual use cases. */
final class BulkAdministrationHandler implements BulkAdministration {

  private static final Duration SIGN_OF_LIFE = Idempotency.HOLD.dividedBy(3);

  private final CancelOrder cancelOrder;
  private final FulfilOrder fulfilOrder;
  private final AdministerOrder administerOrder;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  BulkAdministrationHandler(
      CancelOrder cancelOrder,
      FulfilOrder fulfilOrder,
      AdministerOrder administerOrder,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.cancelOrder = cancelOrder;
    this.fulfilOrder = fulfilOrder;
    this.administerOrder = administerOrder;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<List<Result>> administer(Command command, Once<List<Result>> once) {
    UUID run = ids.next();
    Optional<String> before = work.run(() -> idempotency.begin(once, run));
    if (before.isPresent()) {
      return new Outcome.Replayed<>(before.get());
    }
    try {
      List<Result> results = administerAll(command, once, run);
      return work.run(() -> idempotency.conclude(once, run, results));
    } catch (RuntimeException brokenOff) {
      free(once, run);
      throw brokenOff;
    }
  }

  private List<Result> administerAll(Command command, Once<List<Result>> once, UUID run) {
    List<Result> results = new ArrayList<>();
    Instant heldAt = clock.instant();
    for (OrderId order : command.orders()) {
      if (clock.instant().isAfter(heldAt.plus(SIGN_OF_LIFE))) {
        work.run(() -> idempotency.goOn(once, run));
        heldAt = clock.instant();
      }
      results.add(administer(order, command));
    }
    return List.copyOf(results);
  }

  private void free(Once<List<Result>> once, UUID run) {
    try {
      work.run(() -> idempotency.breakOff(once, run));
    } catch (Refusal unavailable) {
      // Then the key frees itself after a while.
    }
  }

  private Result administer(OrderId order, Command command) {
    try {
      act(order, command);
      return new Result(order, null);
    } catch (Refusal refusal) {
      if (isOfTheMoment(refusal)) {
        throw refusal;
      }
      return new Result(order, refusal);
    }
  }

  /** Whether it says nothing of the order: recorded, it would be the answer for ever. */
  private static boolean isOfTheMoment(Refusal refusal) {
    return refusal.kind() == Refusal.Kind.UNAVAILABLE || refusal instanceof ConcurrentChange;
  }

  private void act(OrderId order, Command command) {
    switch (command.wish()) {
      case Wish.Cancel() ->
          cancelOrder.cancel(
              new CancelOrder.Command(
                  command.actor(), order, command.reason(), Precondition.none()),
              Once.unkeyed());
      case Wish.Fulfil(var carrier, var service) ->
          fulfilOrder.fulfil(
              new FulfilOrder.Command(
                  command.actor(),
                  order,
                  null,
                  carrier,
                  service,
                  command.reason(),
                  Precondition.none()),
              Once.unkeyed());
      case Wish.Assign(var administrator) ->
          administerOrder.administer(
              new AdministerOrder.Command(
                  command.actor(),
                  order,
                  Optional.empty(),
                  null,
                  Optional.empty(),
                  Optional.of(administrator),
                  Optional.empty(),
                  Optional.empty(),
                  command.reason(),
                  Precondition.none()),
              Once.unkeyed());
    }
  }
}
