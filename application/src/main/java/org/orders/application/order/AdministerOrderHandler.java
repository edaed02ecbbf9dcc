package org.orders.application.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.UnknownUser;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.UserId;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.InvalidValue;

/** Applies the parts of an administrator's command one after the other, all in one transaction. */
final class AdministerOrderHandler implements AdministerOrder {

  private final OrderAccess access;
  private final OrderSteps steps;
  private final CredentialRepository credentials;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  AdministerOrderHandler(
      OrderAccess access,
      OrderSteps steps,
      CredentialRepository credentials,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.access = access;
    this.steps = steps;
    this.credentials = credentials;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<OrderView> administer(Command command, Once<OrderView> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = access.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> administer(order, command, now));
        });
  }

  private OrderView administer(Order order, Command command, Instant now) {
    access.check(command.precondition(), order);
    refuseNumberOfNothing(order, command);
    OrderDecision decision =
        OrderDecision.none(order)
            .then(each(command.managedBy(), (present, to) -> assign(present, to, command, now)))
            .then(each(command.note(), (present, note) -> present.note(note, command.actor(), now)))
            .then(
                each(
                    command.shippingAddress(),
                    (present, to) -> present.changeAddress(to, command.actor(), now)))
            .then(each(command.onHold(), (present, held) -> hold(present, held, command, now)))
            .then(each(command.status(), (present, to) -> move(present, to, command, now)));
    steps.save(decision, command.actor(), now);
    return access.view(order.id());
  }

  /** A number that comes with no hand-over would be lost, unless it is there already. */
  private static void refuseNumberOfNothing(Order order, Command command) {
    TrackingNumber number = command.trackingNumber();
    boolean ships =
        command.status().filter(OrderStatus.SHIPPED::equals).isPresent()
            && order.status() != OrderStatus.SHIPPED;
    if (number != null && !ships && !number.equals(order.state().trackingNumber())) {
      throw new InvalidValue("trackingNumber", "belongs to the step to SHIPPED");
    }
  }

  private static <T> Function<Order, OrderDecision> each(
      Optional<T> part, BiFunction<Order, T, OrderDecision> step) {
    return order ->
        part.map(value -> step.apply(order, value)).orElseGet(() -> OrderDecision.none(order));
  }

  private OrderDecision assign(Order order, UserId to, Command command, Instant now) {
    if (!credentials.administratorExists(to)) {
      throw new UnknownUser();
    }
    return order.assign(to, command.actor(), command.reason(), now);
  }

  private OrderDecision hold(Order order, boolean held, Command command, Instant now) {
    return held
        ? order.hold(command.actor(), command.reason(), now)
        : steps.release(order, command.actor(), command.reason(), now);
  }

  private OrderDecision move(Order order, OrderStatus to, Command command, Instant now) {
    if (order.status() == to) {
      return OrderDecision.none(order);
    }
    return switch (to) {
      case PENDING -> throw new IllegalTransition(order.status(), to);
      case CONFIRMED -> confirm(order, command, now);
      // Only begins: whoever walks an order by hand hands it over by hand, and asks for no label.
      case PROCESSING ->
          order.on(new Trigger.BeginFulfilment(now), command.actor(), command.reason(), now);
      case SHIPPED ->
          steps.handOver(order, command.trackingNumber(), command.actor(), command.reason(), now);
      case DELIVERED -> steps.deliver(order, command.actor(), command.reason(), now);
      case CANCELLED -> steps.cancel(order, command.actor(), command.reason(), now);
    };
  }

  private OrderDecision confirm(Order order, Command command, Instant now) {
    if (order.status() != OrderStatus.PENDING) {
      throw new IllegalTransition(order.status(), OrderStatus.CONFIRMED);
    }
    return steps.payByInvoice(order, command.actor(), command.reason(), now);
  }
}
