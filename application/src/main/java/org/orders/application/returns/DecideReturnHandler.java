package org.orders.application.returns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.Refunding;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.returns.IllegalReturnTransition;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnRepository;
import org.orders.domain.returns.ReturnState;
import org.orders.domain.returns.ReturnState.Trigger;
import org.orders.domain.returns.ReturnStatus;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Reason;

/** Moves a return on under the order's lock, with payment and stock. */
final class DecideReturnHandler implements DecideReturn {

  private static final String RECEIVED = "return received";

  private final ReturnRepository returns;
  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final StockRepository stock;
  private final Refunding refunding;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  DecideReturnHandler(
      ReturnRepository returns,
      OrderRepository orders,
      PaymentRepository payments,
      StockRepository stock,
      Refunding refunding,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.returns = returns;
    this.orders = orders;
    this.payments = payments;
    this.stock = stock;
    this.refunding = refunding;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Return> decide(Command command, Once<Return> once) {
    return work.run(
        () -> {
          Return seen = find(command);
          Order order = orders.lock(seen.orderId()).orElseThrow();
          return idempotency.perform(once, () -> decide(order, command));
        });
  }

  private Return decide(Order order, Command command) {
    Instant now = clock.instant();
    // Read again: what was read before the lock may be old.
    Return goods = find(command);
    command.precondition().check(goods);
    ReturnDecision decision =
        switch (command.status()) {
          case REQUESTED -> unchanged(goods);
          case APPROVED -> goods.on(new Trigger.Approve(now), now);
          case RECEIVED -> goods.on(new Trigger.Receive(now, back(goods)), now);
          case REJECTED -> goods.on(new Trigger.Reject(now), now);
        };
    returns.save(decision);
    if (decision.changesAnything()) {
      if (decision.goods().state() instanceof ReturnState.Received(_, var back)) {
        receive(order, goods, back, command, now);
      }
      steps.save(order.takeCharge(command.actor(), now), command.actor(), now);
    }
    return find(command);
  }

  private static ReturnDecision unchanged(Return goods) {
    if (goods.status() != ReturnStatus.REQUESTED) {
      throw new IllegalReturnTransition(goods.status(), ReturnStatus.REQUESTED);
    }
    return new ReturnDecision(goods, List.of());
  }

  /** What it was sold for, or what is left of the payment where that is less. */
  private Money back(Return goods) {
    Money left = payment(goods).map(Payment::refundable).orElse(zero(goods));
    return left.minus(goods.price()).isNegative() ? left : goods.price();
  }

  private void receive(Order order, Return goods, Money back, Command command, Instant now) {
    if (!back.isZero()) {
      payment(goods)
          .ifPresent(payment -> refunding.request(payment, back, new Reason(RECEIVED), now));
    }
    stock.apply(
        order.lines().comeback(goods.pieces()),
        new Cause(RECEIVED, order.id(), command.actor(), now));
  }

  private Optional<Payment> payment(Return goods) {
    return payments.findByOrder(goods.orderId());
  }

  private static Money zero(Return goods) {
    return Money.zero(goods.price().currency());
  }

  private Return find(Command command) {
    return returns.find(command.goods()).orElseThrow(() -> new NotFound("return"));
  }
}
