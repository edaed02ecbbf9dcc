package org.orders.adapter.guard;

import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.orders.domain.shared.Refusal;

/**
 * Calls to somebody else behind a bulkhead, a time-out and a circuit breaker. One that was let in
 * and not answered in time has the doubtful outcome; one that was not let in was not sent, and says
 * so by a refusal.
 */
final class GuardedCalls {

  private final Guard guard;
  private final Supplier<? extends Refusal> notSent;

  GuardedCalls(Guard guard, Supplier<? extends Refusal> notSent) {
    this.guard = guard;
    this.notSent = notSent;
  }

  /**
   * @param unavailable what the other side throws where it knows by itself that nothing was sent
   */
  static Guard guard(
      String name, GuardLimits limits, int concurrency, Class<? extends Refusal> unavailable) {
    return Guard.create()
        .withDescription(name)
        .withBulkhead()
        .limit(concurrency)
        .done()
        .withTimeout()
        .duration(limits.timeout().toMillis(), ChronoUnit.MILLIS)
        .done()
        .withCircuitBreaker()
        // Who is not let answer, because too many ask, has not failed.
        .failOn(List.of(Doubt.class, TimeoutException.class, unavailable))
        .requestVolumeThreshold(limits.failureVolume())
        .failureRatio(limits.failureRatio())
        .delay(limits.rest().toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }

  /** An outcome that is none, as the breaker understands it. */
  private static final class Doubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object answer;

    Doubt(Object answer) {
      super("no clear answer", null, false, false);
      this.answer = answer;
    }
  }

  <T> T call(Class<T> type, Supplier<T> call, Predicate<T> isDoubtful, T doubt) {
    try {
      return guard.call(
          () -> {
            T answer = call.get();
            if (isDoubtful.test(answer)) {
              throw new Doubt(answer);
            }
            return answer;
          },
          type);
    } catch (Doubt unclear) {
      return type.cast(unclear.answer);
    } catch (TimeoutException silent) {
      return doubt;
    } catch (CircuitBreakerOpenException | BulkheadException notLetIn) {
      throw notSent.get();
    } catch (RuntimeException broken) {
      throw broken;
    } catch (Exception checked) {
      throw new IllegalStateException("ports throw no checked exceptions", checked);
    }
  }
}
