package org.orders.domain.payment;

import java.time.Instant;
import org.orders.domain.payment.AttemptState.Outcome;
import org.orders.domain.payment.AttemptState.Trigger;

/**
 * One try to take a payment's money through a gateway.
 *
 * @param id its key at the gateway
 * @param number which try of its payment it is, from 1
 * @param gateway the name of the gateway, which stays the same when configuration changes
 */
public record Attempt(
    AttemptId id,
    int number,
    String gateway,
    PaymentMethod method,
    AttemptState state,
    Instant createdAt) {

  /**
   * The attempt moved on by the trigger, or itself where nothing changes.
   *
   * @throws IllegalStateException when that cannot have happened
   */
  Attempt on(Trigger trigger) {
    return switch (AttemptState.decide(state, trigger)) {
      case Outcome.Moved(var to) -> new Attempt(id, number, gateway, method, to, createdAt);
      case Outcome.Stays() -> this;
      case Outcome.Impossible() ->
          throw new IllegalStateException("attempt " + id.value() + " in " + state.getClass());
    };
  }

  public boolean isOpen() {
    return state.isOpen();
  }
}
