package org.orders.application.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.AttemptState;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentEvent;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Payments in memory, one an order. */
public final class InMemoryPaymentRepository implements PaymentRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<PaymentId, Payment> payments;
  private final InMemoryTable<OrderId, PaymentId> byOrder;
  private final InMemoryTable<AttemptId, PaymentId> byAttempt;
  private final InMemoryTable<Name, PaymentId> byReference;
  private final InMemoryTable<PaymentId, List<PaymentEvent>> outbox;

  private record Name(String gateway, GatewayReference reference) {}

  public InMemoryPaymentRepository(InMemoryDatabase database) {
    this.database = database;
    this.payments = database.table("payments");
    this.byOrder = database.table("paymentsByOrder");
    this.byAttempt = database.table("paymentsByAttempt");
    this.byReference = database.table("paymentsByReference");
    this.outbox = database.table("paymentEvents");
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return payments.find(id);
  }

  @Override
  public Optional<Payment> findByOrder(OrderId order) {
    return byOrder.find(order).flatMap(payments::find);
  }

  @Override
  public Optional<Payment> findByAttempt(AttemptId attempt) {
    return byAttempt.find(attempt).flatMap(payments::find);
  }

  @Override
  public Optional<Payment> findByReference(String gateway, GatewayReference reference) {
    return byReference.find(new Name(gateway, reference)).flatMap(payments::find);
  }

  /** What was written to the outbox about the payment. */
  public List<PaymentEvent> events(PaymentId payment) {
    return outbox.find(payment).orElse(List.of());
  }

  @Override
  public void add(PaymentDecision decision) {
    Payment payment = decision.payment();
    database.run(
        () -> {
          if (!byOrder.putIfAbsent(payment.orderId(), payment.id())) {
            throw new ConcurrentChange();
          }
          payments.put(payment.id(), payment);
          putTheRest(decision);
        });
  }

  @Override
  public void save(PaymentDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    Payment payment = decision.payment();
    database.run(
        () -> {
          boolean present =
              payments
                  .lock(payment.id())
                  .filter(it -> it.version() == payment.version())
                  .isPresent();
          if (!present) {
            throw new ConcurrentChange();
          }
          payments.put(payment.id(), counted(payment));
          putTheRest(decision);
        });
  }

  private void putTheRest(PaymentDecision decision) {
    PaymentId id = decision.payment().id();
    for (Attempt attempt : decision.attempts()) {
      byAttempt.put(attempt.id(), id);
      if (attempt.state() instanceof AttemptState.Prepared(var reference)) {
        byReference.put(new Name(attempt.gateway(), reference), id);
      }
    }
    List<PaymentEvent> events = new ArrayList<>(events(id));
    events.addAll(decision.events());
    outbox.put(id, List.copyOf(events));
  }

  private static Payment counted(Payment payment) {
    return new Payment(
        payment.id(),
        payment.orderId(),
        payment.amount(),
        payment.method(),
        payment.state(),
        payment.attempt(),
        payment.createdAt(),
        payment.updatedAt(),
        payment.version() + 1);
  }
}
