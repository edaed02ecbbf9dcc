package org.orders.domain.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who takes card payments for us, by whatever protocol. No method is ever called inside a
 * transaction. None throws for what happens on the way: time-outs, broken connections, server
 * errors and garbage are outcomes ({@code Unknown}, {@code Unavailable}), never declines. Where
 * nothing was sent at all, because a breaker is open say, they throw {@link GatewayUnavailable};
 * the same call may be made later.
 *
 * <p>How no attempt charges twice, whatever crashes:
 *
 * <ol>
 *   <li>Commit the attempt, {@link #prepare} it, commit the reference, commit that it is being
 *       sent, {@link #charge} it, commit the outcome.
 *   <li>Whoever finds an attempt that may have been sent asks first: {@link #lookUp}.
 *   <li>{@code NotTaken} then means that it may be sent again under its key, no later than {@link
 *       #keyLifetime} after the first time; or that it is to be {@link #close}d, and when that says
 *       {@code NotTaken} too, a new attempt may be opened.
 *   <li>{@code Unknown} always means to ask again later, and nothing else.
 * </ol>
 *
 * Implementations are safe for use by many threads at once and end every call within a bounded
 * time.
 */
public interface PaymentGateway {

  /** The gateway's name in configuration, in the path of its webhooks and beside each attempt. */
  String name();

  /** Where cards are turned into tokens that this gateway takes. */
  CardVault vault();

  /**
   * How long the gateway remembers a key, counted from its first use. Nothing is sent again later
   * than that; look-ups always may.
   */
  Duration keyLifetime();

  /** Announces a charge. Moves no money. Repeated, it answers the same reference. */
  Preparation prepare(Charge charge);

  /** Takes the money, at most once for an attempt, however often and in parallel it is called. */
  ChargeOutcome charge(Charge charge, GatewayReference reference);

  /** Asks what became of the charge. Changes nothing. */
  ChargeOutcome lookUp(Charge charge, GatewayReference reference);

  /**
   * Gives the attempt up: where it has taken nothing, it never will, even if a request of ours is
   * still on its way. Answers what holds from now on: {@code NotTaken} is final here.
   */
  ChargeOutcome close(Charge charge, GatewayReference reference);

  /** Gives money back, at most once for a refund's id. */
  RefundOutcome refund(RefundRequest request);

  /** Asks what became of the refund. Changes nothing. */
  RefundOutcome lookUpRefund(RefundRequest request);

  /** How far the time in a webhook's signature may be from ours. */
  Duration WEBHOOK_TOLERANCE = Duration.ofMinutes(5);

  /** Proves a delivery by its signature and reads what it is about. Changes nothing. */
  WebhookReading readWebhook(WebhookDelivery delivery, Instant now);
}
