package org.orders.application.access;

/** Finds out who shows an access token. */
public interface AuthenticateBearer {

  /**
   * Who it is.
   *
   * @throws InvalidToken when it is forged, expired or ended
   */
  Caller authenticate(String accessToken);
}
