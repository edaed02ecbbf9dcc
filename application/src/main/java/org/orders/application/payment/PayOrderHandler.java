package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.orders.application.access.Forbidden;
import org.orders.application.access.Role;
import org.orders.application.job.JobQueue;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.PayOrder.Means;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentInProgress;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.TokenizedCard;

/**
 * Pays on account at once. For a gateway it puts the card into the vault, and then commits the
 * attempt together with the job that will ask the gateway: no gateway is called in a transaction.
 */
final class PayOrderHandler implements PayOrder {

  private final PaymentRepository payments;
  private final OrderAccess orders;
  private final OrderSteps steps;
  private final PaymentGateways gateways;
  private final JobQueue jobs;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;
  private final Set<Role> invoiceRoles;

  PayOrderHandler(
      PaymentRepository payments,
      OrderAccess orders,
      OrderSteps steps,
      PaymentGateways gateways,
      JobQueue jobs,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock,
      Set<Role> invoiceRoles) {
    this.payments = payments;
    this.orders = orders;
    this.steps = steps;
    this.gateways = gateways;
    this.jobs = jobs;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
    this.invoiceRoles = invoiceRoles;
  }

  @Override
  public Outcome<Payment> pay(Command command, Once<Payment> once) {
    return switch (command.means()) {
      case Means.Invoice() -> payByInvoice(command, once);
      case Means.ByCard _, Means.ByToken _ -> payByGateway(command, once);
    };
  }

  private Outcome<Payment> payByInvoice(Command command, Once<Payment> once) {
    if (!invoiceRoles.contains(Role.of(command.actor()))) {
      throw new Forbidden();
    }
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = orders.lock(command.order(), command.actor(), now);
          return idempotency.perform(
              once,
              () -> {
                steps.save(
                    steps.payByInvoice(order, command.actor(), null, now), command.actor(), now);
                return payments.findByOrder(order.id()).orElseThrow();
              });
        });
  }

  private Outcome<Payment> payByGateway(Command command, Once<Payment> once) {
    PaymentGateway gateway = gateways.selected();
    // Before the card goes anywhere: not for somebody else's order, not for nothing, not twice.
    Optional<String> before = work.run(() -> answeredBefore(command, once));
    if (before.isPresent()) {
      return new Outcome.Replayed<>(before.get());
    }
    PaymentMethod method = method(gateway, command.means());
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = orders.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> begin(order, gateway, method, now));
        });
  }

  private static PaymentMethod method(PaymentGateway gateway, Means means) {
    return switch (means) {
      case Means.ByCard(var card) -> {
        TokenizedCard kept = gateway.vault().tokenize(card);
        yield new PaymentMethod.Card(kept.token(), kept.card());
      }
      case Means.ByToken(var token) -> new PaymentMethod.Token(token);
      case Means.Invoice() -> throw new IllegalArgumentException("no gateway takes invoices");
    };
  }

  private Payment begin(Order order, PaymentGateway gateway, PaymentMethod method, Instant now) {
    requirePayable(order);
    AttemptId attempt = new AttemptId(ids.next());
    payments
        .findByOrder(order.id())
        .ifPresentOrElse(
            before ->
                payments.save(
                    before.againByGateway(order.total(), attempt, gateway.name(), method, now)),
            () -> payments.add(first(order, gateway, attempt, method, now)));
    jobs.enqueue(SettlePaymentJob.of(attempt));
    return payments.findByOrder(order.id()).orElseThrow();
  }

  private PaymentDecision first(
      Order order, PaymentGateway gateway, AttemptId attempt, PaymentMethod method, Instant now) {
    return Payment.byGateway(
        new PaymentId(ids.next()), order.id(), order.total(), attempt, gateway.name(), method, now);
  }

  private static void requirePayable(Order order) {
    if (order.status() == OrderStatus.CANCELLED) {
      throw new IllegalTransition(OrderStatus.CANCELLED, OrderStatus.CONFIRMED);
    }
    if (order.status() != OrderStatus.PENDING) {
      throw new AlreadyPaid();
    }
  }

  private Optional<String> answeredBefore(Command command, Once<Payment> once) {
    Order order = orders.find(command.order(), command.actor(), clock.instant());
    Optional<String> answer = idempotency.recall(once);
    if (answer.isEmpty()) {
      requirePayable(order);
      payments
          .findByOrder(order.id())
          .filter(Payment::isInProgress)
          .ifPresent(PayOrderHandler::refuse);
    }
    return answer;
  }

  private static void refuse(Payment inProgress) {
    throw new PaymentInProgress();
  }
}
