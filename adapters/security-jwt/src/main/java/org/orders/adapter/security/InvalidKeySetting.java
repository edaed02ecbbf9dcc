package org.orders.adapter.security;

/** A configured or kept key cannot be used; it says which, never what is in it. */
final class InvalidKeySetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidKeySetting(String source, String problem) {
    super(source + " " + problem);
  }
}
