package org.orders.contractkit.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.shared.Money;

/** The books of the gateway in memory: the first entry for a key is the only one. */
public final class ModelBooks implements GatewayBooks {

  /** What stands in the books of an attempt. */
  sealed interface Entry {

    record Captured() implements Entry {}

    record Declined(DeclineReason reason) implements Entry {}

    record Closed() implements Entry {}

    /** Nothing stands there. */
    record Absent() implements Entry {}
  }

  private final Map<AttemptId, Entry> entries = new HashMap<>();
  private final Map<AttemptId, List<Money>> captures = new HashMap<>();
  private final Map<AttemptId, Map<RefundId, Money>> refunds = new HashMap<>();

  /**
   * Books what is to become of the attempt, where nothing is booked yet, and says what is booked.
   */
  synchronized Entry charge(Charge charge, Entry entry) {
    Entry before = entries.putIfAbsent(charge.attempt(), entry);
    if (before == null && entry instanceof Entry.Captured) {
      book(charge);
    }
    return before == null ? entry : before;
  }

  /** Books a capture, whatever was before. */
  synchronized void book(Charge charge) {
    captures.computeIfAbsent(charge.attempt(), _ -> new ArrayList<>()).add(charge.amount());
  }

  synchronized Entry find(AttemptId attempt) {
    return entries.getOrDefault(attempt, new Entry.Absent());
  }

  synchronized RefundOutcome refund(RefundRequest request) {
    Map<RefundId, Money> made = refunds.computeIfAbsent(request.attempt(), _ -> new HashMap<>());
    if (made.containsKey(request.refund())) {
      return new RefundOutcome.Succeeded();
    }
    if (captures(request.attempt()).isEmpty()) {
      return new RefundOutcome.Failed(RefundOutcome.Reason.NOTHING_CAPTURED);
    }
    Money left = captures(request.attempt()).getFirst();
    for (Money back : made.values()) {
      left = left.minus(back);
    }
    if (left.minus(request.amount()).isNegative()) {
      return new RefundOutcome.Failed(RefundOutcome.Reason.EXCEEDS_CHARGE);
    }
    made.put(request.refund(), request.amount());
    return new RefundOutcome.Succeeded();
  }

  /** Books a refund, whatever was before. */
  synchronized void bookRefund(RefundRequest request, RefundId as) {
    refunds.computeIfAbsent(request.attempt(), _ -> new HashMap<>()).put(as, request.amount());
  }

  synchronized RefundOutcome findRefund(RefundRequest request) {
    return refunds.getOrDefault(request.attempt(), Map.of()).containsKey(request.refund())
        ? new RefundOutcome.Succeeded()
        : new RefundOutcome.NotMade();
  }

  @Override
  public synchronized List<Money> captures(AttemptId attempt) {
    return List.copyOf(captures.getOrDefault(attempt, List.of()));
  }

  @Override
  public synchronized List<Money> refunds(AttemptId attempt) {
    return List.copyOf(refunds.getOrDefault(attempt, Map.of()).values());
  }
}
