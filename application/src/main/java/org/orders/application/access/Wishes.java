package org.orders.application.access;

import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.InvalidValue;

/**
 * What an administrator wants to be told by mail, and where.
 *
 * @param email where; nothing where they gave no address
 * @param lowStock whether they want a mail each time a product falls to its threshold
 */
public record Wishes(@Nullable EmailAddress email, boolean lowStock) {

  /** Nothing, nowhere. */
  public static final Wishes NONE = new Wishes(null, false);

  public Wishes {
    if (lowStock && email == null) {
      throw new InvalidValue("email", "must be given where mails are wanted");
    }
  }

  /** Never shows the address. */
  @Override
  public String toString() {
    return "Wishes[lowStock=" + lowStock + "]";
  }
}
