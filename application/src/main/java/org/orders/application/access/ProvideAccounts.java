package org.orders.application.access;

/** Makes sure that somebody can come in: the first administrator and service client. */
public interface ProvideAccounts {

  /**
   * Adds the administrator where there is none at all.
   *
   * @return whether one was added
   */
  boolean ensureAdministrator(String username, Password password);

  /** Adds the client, or gives the one with this id the secret. */
  void ensureServiceClient(String clientId, String clientSecret);
}
