package org.orders.application.access;

/** The keys with which anybody can check that a token is ours. */
public interface PublicKeys {

  /** A JWK set (RFC 7517) in JSON; the newest key first. */
  String jwks();
}
