package org.orders.application.order;

import java.util.List;
import java.util.Optional;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Refusal;

/** Goes through the orders one by one, each in a transaction of its own, by the usual use cases. */
final class BulkAdministrationHandler implements BulkAdministration {

  private final CancelOrder cancelOrder;
  private final FulfilOrder fulfilOrder;
  private final AdministerOrder administerOrder;
  private final Idempotency idempotency;
  private final UnitOfWork work;

  BulkAdministrationHandler(
      CancelOrder cancelOrder,
      FulfilOrder fulfilOrder,
      AdministerOrder administerOrder,
      Idempotency idempotency,
      UnitOfWork work) {
    this.cancelOrder = cancelOrder;
    this.fulfilOrder = fulfilOrder;
    this.administerOrder = administerOrder;
    this.idempotency = idempotency;
    this.work = work;
  }

  @Override
  public Outcome<List<Result>> administer(Command command, Once<List<Result>> once) {
    Optional<String> before = work.run(() -> idempotency.recall(once));
    if (before.isPresent()) {
      return new Outcome.Replayed<>(before.get());
    }
    List<Result> results =
        command.orders().stream().map(order -> administer(order, command)).toList();
    return work.run(() -> idempotency.perform(once, () -> results));
  }

  private Result administer(OrderId order, Command command) {
    try {
      act(order, command);
      return new Result(order, null);
    } catch (Refusal refusal) {
      return new Result(order, refusal);
    }
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
