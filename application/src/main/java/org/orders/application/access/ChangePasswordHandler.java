package org.orders.application.access;

import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.shared.UnitOfWork;

/** Replaces a password and ends the other sessions. */
final class ChangePasswordHandler implements ChangePassword {

  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final EndSessions sessions;
  private final UnitOfWork work;

  ChangePasswordHandler(
      CredentialRepository credentials,
      Passwords passwords,
      EndSessions sessions,
      UnitOfWork work) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.sessions = sessions;
    this.work = work;
  }

  @Override
  public void change(Caller caller, String currentPassword, Password newPassword) {
    Subject subject = Subject.of(caller.actor());
    Credential credential =
        work.run(() -> credentials.find(subject)).orElseThrow(InvalidCredentials::new);
    if (!passwords.matches(currentPassword, credential.passwordHash())) {
      throw new InvalidCredentials();
    }
    String hash = passwords.hash(newPassword.value());
    sessions.endAll(subject, caller.session(), () -> credentials.setPassword(subject, hash));
  }
}
