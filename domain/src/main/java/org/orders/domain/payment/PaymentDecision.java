package org.orders.domain.payment;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was decided about a payment: how it is now, which of its attempts are new or different, and
 * what happened. It is saved as a whole or not at all.
 *
 * @param changesAnything whether there is anything to save
 */
public record PaymentDecision(
    Payment payment, boolean changesAnything, List<Attempt> attempts, List<PaymentEvent> events) {

  public PaymentDecision {
    attempts = List.copyOf(attempts);
    events = List.copyOf(events);
  }

  /** The payment stays as it is. */
  static PaymentDecision none(Payment payment) {
    return new PaymentDecision(payment, false, List.of(), List.of());
  }

  /** The payment is another one now, its attempts are not. */
  static PaymentDecision of(Payment payment, PaymentEvent... events) {
    return new PaymentDecision(payment, true, List.of(), List.of(events));
  }

  /** The payment and its latest attempt are other ones now. */
  static PaymentDecision of(Payment payment, Attempt attempt, PaymentEvent... events) {
    return new PaymentDecision(payment, true, List.of(attempt), List.of(events));
  }

  /** This decision and a further one about the payment that comes of it. */
  public PaymentDecision then(Function<Payment, PaymentDecision> further) {
    PaymentDecision next = further.apply(payment);
    return new PaymentDecision(
        next.payment,
        changesAnything || next.changesAnything,
        Stream.concat(attempts.stream(), next.attempts.stream()).toList(),
        Stream.concat(events.stream(), next.events.stream()).toList());
  }
}
