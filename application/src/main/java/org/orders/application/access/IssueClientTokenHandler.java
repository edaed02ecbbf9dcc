package org.orders.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;

/** Compares a client's secret and writes an access token. */
final class IssueClientTokenHandler implements IssueClientToken {

  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final SessionRepository sessions;
  private final AccessTokens tokens;
  private final LoginThrottle throttle;
  private final AccessPolicy policy;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  IssueClientTokenHandler(
      CredentialRepository credentials,
      Passwords passwords,
      SessionRepository sessions,
      AccessTokens tokens,
      LoginThrottle throttle,
      AccessPolicy policy,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.sessions = sessions;
    this.tokens = tokens;
    this.throttle = throttle;
    this.policy = policy;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Tokens issue(String clientId, String clientSecret, String address) {
    String account = "client:" + clientId;
    Subject subject =
        throttle.attempt(account, address, clock.instant(), () -> verify(clientId, clientSecret));
    Instant now = clock.instant();
    Session session = Session.begin(new SessionId(ids.next()), subject, now, policy.clientToken());
    work.run(() -> sessions.add(session));
    return new Tokens(
        tokens.issue(subject, session.id(), now, policy.clientToken()),
        null,
        policy.clientToken().toSeconds());
  }

  private Subject verify(String clientId, String clientSecret) {
    Optional<Credential> credential = work.run(() -> credentials.findByClientId(clientId));
    if (credential.isEmpty()) {
      passwords.matchNobody(clientSecret);
      throw new InvalidCredentials();
    }
    if (!passwords.matches(clientSecret, credential.get().passwordHash())) {
      throw new InvalidCredentials();
    }
    return credential.get().subject();
  }
}
