package org.orders.application.access;

/** Lets an internal application in (RFC 6749, section 4.4). */
public interface IssueClientToken {

  /**
   * An access token without refresh token.
   *
   * @throws InvalidCredentials when id and secret do not belong together
   * @throws TooManyRequests after too many failures
   */
  Tokens issue(String clientId, String clientSecret, String address);
}
