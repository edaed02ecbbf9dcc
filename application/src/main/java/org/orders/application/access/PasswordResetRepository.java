package org.orders.application.access;

import java.time.Instant;
import java.util.Optional;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.shared.EmailAddress;

/**
 * Where wishes for other passwords are kept. Addresses that nobody has are treated like the others,
 * step by step, so that nothing tells which is which. All methods take part in the caller's
 * transaction.
 */
public interface PasswordResetRepository {

  /**
   * Adds a wish, for the active account with this address where there is one.
   *
   * @param email kept as a digest at most
   * @param limit how many wishes for one address there may be
   * @return whether it was added; not where there are as many for the address already
   */
  boolean add(ResetId id, EmailAddress email, Instant at, Instant expiresAt, Limit limit);

  /** At most so many for one address since a time. */
  record Limit(int most, Instant since) {}

  Optional<PasswordReset> find(ResetId id);

  /** The wish, held against other writers until the transaction ends. */
  Optional<PasswordReset> lock(ResetId id);

  /** Marks all wishes of the customer as used. */
  void useUp(CustomerId customer, Instant at);

  /** Forgets wishes from before the given time. */
  int forgetBefore(Instant time, int max);
}
