package org.orders.application.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.customer.CustomerId;

/**
 * The wish of somebody who does not know their password for another one.
 *
 * @param customer whose it would be; nobody's where no account has the address
 * @param used whether it was fulfilled, or another wish of the same customer was
 */
public record PasswordReset(
    ResetId id, @Nullable CustomerId customer, Instant expiresAt, boolean used) {

  /** Whether a password can be set by it. */
  public boolean isOpen(Instant now) {
    return customer != null && !used && now.isBefore(expiresAt);
  }
}
