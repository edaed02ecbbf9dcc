package org.orders.application.access;

import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.UserId;

/** Adds first accounts, also when several replicas start at once. */
final class ProvideAccountsHandler implements ProvideAccounts {

  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final UnitOfWork work;
  private final IdGenerator ids;

  ProvideAccountsHandler(
      CredentialRepository credentials, Passwords passwords, UnitOfWork work, IdGenerator ids) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.work = work;
    this.ids = ids;
  }

  @Override
  public boolean ensureAdministrator(String username, Password password) {
    if (work.run(credentials::anyAdministratorExists)) {
      return false;
    }
    String hash = passwords.hash(password.value());
    return work.run(() -> credentials.addAdministrator(new UserId(ids.next()), username, hash));
  }

  @Override
  public void ensureServiceClient(String clientId, String clientSecret) {
    boolean there =
        work.run(() -> credentials.findByClientId(clientId))
            .map(Credential::passwordHash)
            .filter(hash -> passwords.matches(clientSecret, hash))
            .isPresent();
    if (!there) {
      String hash = passwords.hash(clientSecret);
      work.run(() -> credentials.putServiceClient(clientId, hash));
    }
  }
}
