package org.orders.application.access;

import java.util.Optional;
import org.orders.domain.access.UserId;

/** Where names and password hashes are kept. All methods take part in the caller's transaction. */
public interface CredentialRepository {

  /**
   * Somebody who can come in.
   *
   * @param passwordHash as {@link Passwords} wrote it
   */
  record Credential(Subject subject, String passwordHash) {

    /** Never shows the hash. */
    @Override
    public String toString() {
      return "Credential[***]";
    }
  }

  /** Whoever logs in with this administrator's name, or e-mail of an active account. */
  Optional<Credential> findByUsername(String username);

  /** The internal application with this id. */
  Optional<Credential> findByClientId(String clientId);

  Optional<Credential> find(Subject subject);

  /** Gives the subject, which exists, a password, or another one. */
  void setPassword(Subject subject, String passwordHash);

  boolean administratorExists(UserId id);

  boolean anyAdministratorExists();

  /** Adds an administrator; of several replicas that do so at once, one succeeds. */
  boolean addAdministrator(UserId id, String username, String passwordHash);

  /** Adds a service client, or gives the one with this id the secret. */
  void putServiceClient(String clientId, String secretHash);
}
