package org.orders.application.access;

/** Gives new tokens for a refresh token. */
public interface RefreshSession {

  /**
   * The token's one successor: the same one when it is shown again within 10 s and the successor is
   * unused.
   *
   * @throws InvalidToken otherwise; a token that was used up ends its whole session
   */
  Tokens refresh(String refreshToken);
}
