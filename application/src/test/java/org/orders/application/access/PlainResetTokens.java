package org.orders.application.access;

import java.util.Optional;
import java.util.UUID;

/** Tokens that say openly what they are for. */
public final class PlainResetTokens implements ResetTokens {

  private static final String BEGINNING = "reset-";

  @Override
  public String issue(ResetId reset) {
    return BEGINNING + reset.value();
  }

  @Override
  public Optional<ResetId> read(String token) {
    return token.startsWith(BEGINNING)
        ? Optional.of(new ResetId(UUID.fromString(token.substring(BEGINNING.length()))))
        : Optional.empty();
  }
}
