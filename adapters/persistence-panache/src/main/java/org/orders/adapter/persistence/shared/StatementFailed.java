package org.orders.adapter.persistence.shared;

import java.sql.SQLException;

/** A statement that the database refused, with what it said. */
public final class StatementFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StatementFailed(SQLException cause) {
    super(cause);
  }
}
