package org.orders.application.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;

/**
 * All that concerns coming in, put together from what it needs.
 *
 * @param pause lets the calling thread wait
 */
public record AccessUseCases(
    CredentialRepository credentials,
    Passwords passwords,
    SessionRepository sessions,
    EndedSessions ended,
    EndSessions endSessions,
    AccessTokens accessTokens,
    RefreshTokens refreshTokens,
    LoginAttempts attempts,
    AccessPolicy policy,
    Consumer<Duration> pause,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock) {

  public LogIn logIn() {
    return new LogInHandler(
        credentials, passwords, sessions, tokens(), throttle(), policy, work, ids, clock);
  }

  public RefreshSession refreshSession() {
    return new RefreshSessionHandler(refreshTokens, sessions, tokens(), ended, policy, work, clock);
  }

  public LogOut logOut() {
    return caller -> {
      if (caller.session() != null) {
        endSessions.end(caller.session());
      }
    };
  }

  public ChangePassword changePassword() {
    return new ChangePasswordHandler(credentials, passwords, endSessions, work);
  }

  public IssueClientToken issueClientToken() {
    return new IssueClientTokenHandler(
        credentials, passwords, sessions, accessTokens, throttle(), policy, work, ids, clock);
  }

  public AuthenticateBearer authenticateBearer() {
    return new AuthenticateBearerHandler(accessTokens, ended, clock);
  }

  public ProvideAccounts provideAccounts() {
    return new ProvideAccountsHandler(credentials, passwords, work, ids);
  }

  private SessionTokens tokens() {
    return new SessionTokens(accessTokens, refreshTokens, policy);
  }

  private LoginThrottle throttle() {
    return new LoginThrottle(attempts, work, pause);
  }
}
