package org.orders.adapter.localpostgres;

import org.jspecify.annotations.Nullable;

/** A reason, in words for whoever started the service, why the local PostgreSQL cannot be used. */
public final class LocalPostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  LocalPostgresFailure(String reason) {
    this(reason, null);
  }

  LocalPostgresFailure(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** What is wrong and what can be done about it. */
  public String reason() {
    return reason;
  }
}
