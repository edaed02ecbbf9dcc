package org.orders.replay.service;

/** No answer, or none but "later", however often it was asked. */
public final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }

  Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
