package org.orders.adapter.guard;

import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;

/**
 * A gateway behind a bulkhead, a time-out and a circuit breaker. A call that was let in and not
 * answered in time is {@code Unknown}; one that was not let in was not sent, and says so by {@link
 * GatewayUnavailable}. Nothing is tried twice here: only the one who keeps the attempt may do that.
 *
 * <p>The vault has guards of its own, so that workers and customers do not wait for each other.
 */
public final class GuardedPaymentGateway implements PaymentGateway {

  private final PaymentGateway gateway;
  private final GuardedCalls calls;
  private final Guard cards;

  public GuardedPaymentGateway(PaymentGateway gateway, GuardLimits limits) {
    this.gateway = gateway;
    this.calls =
        new GuardedCalls(
            GuardedCalls.guard(
                "gateway " + gateway.name(),
                limits,
                limits.concurrency(),
                GatewayUnavailable.class),
            GatewayUnavailable::new);
    this.cards =
        GuardedCalls.guard(
            "vault " + gateway.name(), limits, limits.vaultConcurrency(), GatewayUnavailable.class);
  }

  private <T> T call(Class<T> type, Supplier<T> call, Predicate<T> isDoubtful, T doubt) {
    return calls.call(type, call, isDoubtful, doubt);
  }

  private ChargeOutcome outcome(Supplier<ChargeOutcome> call) {
    return call(
        ChargeOutcome.class,
        call,
        ChargeOutcome.Unknown.class::isInstance,
        new ChargeOutcome.Unknown());
  }

  private RefundOutcome refundOutcome(Supplier<RefundOutcome> call) {
    return call(
        RefundOutcome.class,
        call,
        RefundOutcome.Unknown.class::isInstance,
        new RefundOutcome.Unknown());
  }

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public CardVault vault() {
    return card -> {
      try {
        return cards.call(() -> gateway.vault().tokenize(card), TokenizedCard.class);
      } catch (TimeoutException | CircuitBreakerOpenException | BulkheadException away) {
        throw new GatewayUnavailable();
      } catch (RuntimeException refused) {
        throw refused;
      } catch (Exception checked) {
        throw new IllegalStateException("vaults throw no checked exceptions", checked);
      }
    };
  }

  @Override
  public Duration keyLifetime() {
    return gateway.keyLifetime();
  }

  @Override
  public Preparation prepare(Charge charge) {
    return call(
        Preparation.class,
        () -> gateway.prepare(charge),
        answer -> answer instanceof Preparation.Unavailable || answer instanceof Preparation.Failed,
        new Preparation.Unavailable());
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    return outcome(() -> gateway.charge(charge, reference));
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return outcome(() -> gateway.lookUp(charge, reference));
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return outcome(() -> gateway.close(charge, reference));
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return refundOutcome(() -> gateway.refund(request));
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return refundOutcome(() -> gateway.lookUpRefund(request));
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    return gateway.readWebhook(delivery, now);
  }

  @Override
  public String toString() {
    return "GuardedPaymentGateway[" + gateway.name() + "]";
  }
}
