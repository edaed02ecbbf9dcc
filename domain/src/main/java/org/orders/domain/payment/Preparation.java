package org.orders.domain.payment;

/** What came of announcing a charge to a gateway. In no case was money moved. */
public sealed interface Preparation {

  /** The gateway knows the charge by this name, which is to be committed before it is charged. */
  record Prepared(GatewayReference reference) implements Preparation {}

  /** The gateway will never take this charge. */
  record Declined(DeclineReason reason) implements Preparation {}

  /**
   * The gateway failed at it, and may answer the same for as long as it remembers the key: only
   * another attempt, which has a key of its own, can fare better.
   */
  record Failed() implements Preparation {}

  /**
   * No clear answer. The same attempt may be prepared again while the gateway honours its key; or
   * it may be given up for a new one without further ado, because an attempt whose reference nobody
   * knows is never charged.
   */
  record Unavailable() implements Preparation {}
}
