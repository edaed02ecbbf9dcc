package org.orders.adapter.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token is for. It stands in the signed header, so no kind can pass as another. */
enum TokenKind {
  /** Makes its bearer the subject that logged in (RFC 9068). */
  ACCESS("at+jwt"),
  /** Makes its bearer the owner of one order. */
  ORDER("order+jwt");

  private final String type;

  TokenKind(String type) {
    this.type = type;
  }

  /** The header's {@code typ}. */
  String type() {
    return type;
  }

  /** The kind of a header's {@code typ}, whatever stands there. */
  static Optional<TokenKind> ofType(@Nullable Object type) {
    for (TokenKind kind : values()) {
      if (kind.type.equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
