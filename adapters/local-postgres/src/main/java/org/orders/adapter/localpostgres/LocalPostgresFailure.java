package org.orders.adapter.localpostgres;

import org.jspecify.annotations.Nullable;

/** A reason, in words for whoever started the service, why the local PostgreSQL cannot be used. */
public final class LocalPostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocalPostgresFailure(String message) {
    this(message, null);
  }

  LocalPostgresFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
