package org.orders.application.access;

import java.time.Duration;

/**
 * How long what is given out stays valid.
 *
 * @param accessToken of people
 * @param refreshToken from its last rotation
 * @param clientToken the access token of internal applications
 */
public record AccessPolicy(Duration accessToken, Duration refreshToken, Duration clientToken) {

  /** How long any access token may outlive its session. */
  public Duration longestAccess() {
    return accessToken.compareTo(clientToken) > 0 ? accessToken : clientToken;
  }
}
