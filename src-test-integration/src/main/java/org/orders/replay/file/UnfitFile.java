package org.orders.replay.file;

/** A file that is no invoice file. */
public final class UnfitFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitFile(String message) {
    super(message);
  }
}
