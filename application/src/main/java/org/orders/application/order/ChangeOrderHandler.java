package org.orders.application.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.order.Basket;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentInProgress;
import org.orders.domain.payment.PaymentRepository;

/** Changes an order under its row's lock; stock follows the difference in the same transaction. */
final class ChangeOrderHandler implements ChangeOrder {

  private final OrderAccess access;
  private final OrderRepository orders;
  private final ProductRepository products;
  private final PaymentRepository payments;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  ChangeOrderHandler(
      OrderAccess access,
      OrderRepository orders,
      ProductRepository products,
      PaymentRepository payments,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.access = access;
    this.orders = orders;
    this.products = products;
    this.payments = payments;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<OrderView> change(Command command, Once<OrderView> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = access.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> change(order, command, now));
        });
  }

  private OrderView change(Order order, Command command, Instant now) {
    access.check(command.precondition(), order);
    OrderDecision decision =
        OrderDecision.none(order)
            .then(present -> changeLines(present, command, now))
            .then(present -> changeAddress(present, command, now));
    if (decision.changesAnything()) {
      orders.save(decision.then(changed -> changed.takeCharge(command.actor(), now)));
    }
    return access.view(order.id());
  }

  private OrderDecision changeLines(Order order, Command command, Instant now) {
    return command
        .basket()
        .map(basket -> order.changeLines(reprice(order, basket), command.actor(), now))
        .orElseGet(() -> OrderDecision.none(order));
  }

  private static OrderDecision changeAddress(Order order, Command command, Instant now) {
    return command
        .shippingAddress()
        .map(address -> order.changeAddress(address, command.actor(), now))
        .orElseGet(() -> OrderDecision.none(order));
  }

  private OrderLines reprice(Order order, Basket basket) {
    if (order.status() != OrderStatus.PENDING) {
      // Whoever sends a whole order back need not leave out the lines, which are as they were.
      if (basket.quantities().equals(order.lines().quantities())) {
        return order.lines();
      }
      throw new IllegalTransition(order.status(), "items");
    }
    boolean inProgress = payments.findByOrder(order.id()).filter(Payment::isInProgress).isPresent();
    if (inProgress) {
      throw new PaymentInProgress();
    }
    Map<ProductId, Product> present =
        products.find(basket.quantities().keySet()).stream()
            .collect(Collectors.toMap(Product::id, Function.identity()));
    return order.lines().replaceWith(basket, present, () -> new OrderItemId(ids.next()));
  }
}
