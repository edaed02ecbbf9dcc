package org.orders.application.access;

import java.time.Instant;

/** Where failed log-ins are counted, across all replicas. */
public interface LoginAttempts {

  /**
   * Failures since a time, this attempt's own included.
   *
   * @param fromHere on this account from this address
   * @param ofAddress from this address on whatever account
   * @param fromElsewhere on this account from other addresses
   */
  record Counts(int fromHere, int ofAddress, int fromElsewhere) {}

  /** Counts an attempt as failed, before its password is looked at, and answers the counts. */
  Counts begin(String account, String address, Instant at, Instant since);

  /** Forgets the account's failures from this address, because somebody came in. */
  void succeed(String account, String address);

  /** Forgets attempts from before the given time. */
  int forgetBefore(Instant time, int max);
}
