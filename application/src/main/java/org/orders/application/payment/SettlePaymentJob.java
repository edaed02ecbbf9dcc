package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.AttemptState;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;

/**
 * Takes the money of one attempt, in steps between which the program may die at any line: prepare,
 * commit the gateway's name for it, commit that it is being sent, charge, commit the outcome.
 * Whoever finds an attempt that may have been sent asks before anything else.
 */
public final class SettlePaymentJob implements JobHandler {

  public static final JobType TYPE = new JobType("settle-payment");

  /**
   * How often an attempt is tried before another takes its place, where nothing was taken: some
   * gateways answer a key for ever as they answered it first.
   */
  private static final int TRIES_UNDER_ONE_KEY = 4;

  private final PaymentRepository payments;
  private final PaymentGateways gateways;
  private final Settlement settlement;
  private final UnitOfWork work;
  private final InstantSource clock;

  public SettlePaymentJob(
      PaymentRepository payments,
      PaymentGateways gateways,
      Settlement settlement,
      UnitOfWork work,
      InstantSource clock) {
    this.payments = payments;
    this.gateways = gateways;
    this.settlement = settlement;
    this.work = work;
    this.clock = clock;
  }

  /** The work of one attempt: whoever asks for it while it waits asks for the same. */
  public static NewJob of(AttemptId attempt) {
    return NewJob.of(TYPE, attempt.value().toString());
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public RetryPolicy retries() {
    return RetryPolicy.UNTIL_KNOWN;
  }

  @Override
  public JobOutcome run(JobRun run) {
    AttemptId id = new AttemptId(UUID.fromString(run.key()));
    Payment payment = work.run(() -> payments.findByAttempt(id)).orElse(null);
    Attempt attempt = payment == null ? null : payment.attempt();
    if (payment == null || attempt == null || !attempt.id().equals(id)) {
      return JobOutcome.done();
    }
    if (!attempt.isOpen()) {
      // Perhaps given up before it was sent, and somebody waits to hear of it.
      return run.conclude(() -> settlement.announce(payment.id()));
    }
    PaymentGateway gateway = gateways.named(attempt.gateway()).orElse(null);
    PaymentToken token = attempt.method().gatewayToken();
    if (gateway == null || token == null) {
      return JobOutcome.retryLater("gateway-not-configured");
    }
    Charge charge = new Charge(id, payment.id(), payment.orderId(), token, payment.amount());
    return new Try(run, gateway, charge).from(attempt);
  }

  /** One try, with what all its steps need. */
  private final class Try {

    private final JobRun run;
    private final PaymentGateway gateway;
    private final Charge charge;

    Try(JobRun run, PaymentGateway gateway, Charge charge) {
      this.run = run;
      this.gateway = gateway;
      this.charge = charge;
    }

    JobOutcome from(Attempt attempt) {
      return switch (attempt.state()) {
        // Announcing moves no money, so that another attempt needs nobody's word.
        case AttemptState.Created() -> isKeyGood(attempt.createdAt()) ? prepare() : renew();
        case AttemptState.Prepared(var reference) -> send(reference);
        case AttemptState.Sent sent -> ask(sent);
        case AttemptState.Captured _, AttemptState.Declined _, AttemptState.Voided _ ->
            JobOutcome.done();
      };
    }

    private JobOutcome prepare() {
      return switch (gateway.prepare(charge)) {
        case Preparation.Prepared(var reference) -> {
          run.record(() -> settlement.prepared(charge.attempt(), reference));
          yield send(reference);
        }
        case Preparation.Declined(var reason) ->
            run.conclude(() -> settlement.declined(charge.attempt(), reason));
        case Preparation.Failed() -> renew();
        case Preparation.Unavailable() -> JobOutcome.retryLater("gateway-unavailable");
      };
    }

    private JobOutcome renew() {
      return run.conclude(() -> settlement.renewed(charge.attempt()));
    }

    private JobOutcome send(GatewayReference reference) {
      boolean wanted = run.record(() -> settlement.beginSending(charge.attempt()));
      if (!wanted) {
        return run.conclude(() -> settlement.announce(charge.payment()));
      }
      return settle(gateway.charge(charge, reference), reference);
    }

    /** It may have been sent before: what the gateway knows comes first. */
    private JobOutcome ask(AttemptState.Sent sent) {
      GatewayReference reference = sent.reference();
      ChargeOutcome known = gateway.lookUp(charge, reference);
      if (!(known instanceof ChargeOutcome.NotTaken(var why))) {
        return settle(known, reference);
      }
      if (!work.run(() -> settlement.isWanted(charge.attempt()))) {
        return close(reference, why);
      }
      if (!isKeyGood(sent.firstSentAt())) {
        // Nobody expects a charge so late. Who does not want it any more cancels the order.
        return JobOutcome.retryLater("too-late-to-send");
      }
      return run.tries() > TRIES_UNDER_ONE_KEY
          ? close(reference, why)
          : settle(gateway.charge(charge, reference), reference);
    }

    private boolean isKeyGood(Instant firstUsedAt) {
      return ResendWindow.isOpen(gateway, firstUsedAt, clock.instant());
    }

    private JobOutcome settle(ChargeOutcome outcome, GatewayReference reference) {
      return switch (outcome) {
        case ChargeOutcome.Captured() -> run.conclude(() -> settlement.captured(charge.attempt()));
        case ChargeOutcome.Declined(var reason) ->
            run.conclude(() -> settlement.declined(charge.attempt(), reason));
        case ChargeOutcome.NotTaken(var why) -> close(reference, why);
        case ChargeOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
      };
    }

    /** Nothing was taken; before anything else is tried, it must be sure that nothing will be. */
    private JobOutcome close(GatewayReference reference, DeclineReason why) {
      return switch (gateway.close(charge, reference)) {
        case ChargeOutcome.Captured() -> run.conclude(() -> settlement.captured(charge.attempt()));
        case ChargeOutcome.Declined(var reason) ->
            run.conclude(() -> settlement.declined(charge.attempt(), reason));
        // Why it was closed is not why nothing was taken.
        case ChargeOutcome.NotTaken _ ->
            run.conclude(() -> settlement.notTaken(charge.attempt(), why));
        case ChargeOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
      };
    }
  }
}
