package org.orders.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;

/** Compares passwords outside any transaction, because that takes long on purpose. */
final class LogInHandler implements LogIn {

  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final SessionRepository sessions;
  private final SessionTokens tokens;
  private final LoginThrottle throttle;
  private final AccessPolicy policy;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  LogInHandler(
      CredentialRepository credentials,
      Passwords passwords,
      SessionRepository sessions,
      SessionTokens tokens,
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
  public Tokens logIn(Command command) {
    String account = command.username().toLowerCase(Locale.ROOT);
    return throttle.attempt(
        account, command.address(), clock.instant(), () -> begin(verify(command)));
  }

  private Credential verify(Command command) {
    Optional<Credential> credential =
        work.run(() -> credentials.findByUsername(command.username()));
    if (credential.isEmpty()) {
      passwords.matchNobody(command.password());
      throw new InvalidCredentials();
    }
    if (!passwords.matches(command.password(), credential.get().passwordHash())) {
      throw new InvalidCredentials();
    }
    return credential.get();
  }

  /** Comparing takes long: whose password changed meanwhile, or who left, is not let in. */
  private Tokens begin(Credential verified) {
    Instant now = clock.instant();
    Session session =
        Session.begin(new SessionId(ids.next()), verified.subject(), now, policy.refreshToken());
    work.run(
        () -> {
          if (!credentials.find(verified.subject()).equals(Optional.of(verified))) {
            throw new InvalidCredentials();
          }
          sessions.add(session);
        });
    return tokens.of(session, now);
  }
}
