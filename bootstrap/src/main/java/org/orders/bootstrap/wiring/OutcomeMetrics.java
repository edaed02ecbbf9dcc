package org.orders.bootstrap.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.shared.Refusal;

/**
 * Counts what becomes of commands on orders: {@code orders_commands_total} by command and outcome,
 * which is {@code done}, {@code replayed}, {@code failed}, or the code of the refusal.
 */
@Singleton
final class OutcomeMetrics {

  private final MeterRegistry registry;

  OutcomeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  <R> Outcome<R> count(String command, Supplier<Outcome<R>> work) {
    try {
      Outcome<R> outcome = work.get();
      add(command, outcome instanceof Outcome.Replayed<R> ? "replayed" : "done", 1);
      return outcome;
    } catch (Refusal refusal) {
      add(command, refusal.code(), 1);
      throw refusal;
    } catch (RuntimeException failure) {
      add(command, "failed", 1);
      throw failure;
    }
  }

  void add(String command, String outcome, int times) {
    registry.counter("orders.commands", "command", command, "outcome", outcome).increment(times);
  }
}
