package org.orders.application.shared;

/**
 * A caller's wish that a request has its effect once, however often it is sent.
 *
 * @param scope whose keys they are: a user's or client's id, or one scope for all without account
 * @param key 1 to 255 printable characters
 * @param fingerprint tells whether two requests under one key are the same request
 */
public record IdempotencyClaim(String scope, String key, String fingerprint) {

  /** Says nothing of the key, because whoever knows it can read the answer. */
  @Override
  public String toString() {
    return "IdempotencyClaim[***]";
  }
}
