package org.orders.adapter.persistence.shared;

import org.orders.domain.shared.Refusal;

/** The database is away, or does not answer in time; the same request may succeed later. */
public final class DatabaseUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable() {
    super(Kind.UNAVAILABLE, "unavailable", "The database does not answer; try again later.");
  }
}
