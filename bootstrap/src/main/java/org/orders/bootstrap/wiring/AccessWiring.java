package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.AccessPolicy;
import org.orders.application.access.AccessTokens;
import org.orders.application.access.AccessUseCases;
import org.orders.application.access.AuthenticateBearer;
import org.orders.application.access.ChangePassword;
import org.orders.application.access.ChangeWishes;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.EndSessions;
import org.orders.application.access.EndedSessions;
import org.orders.application.access.IssueClientToken;
import org.orders.application.access.LogIn;
import org.orders.application.access.LogOut;
import org.orders.application.access.LoginAttempts;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.PasswordResetUseCases;
import org.orders.application.access.Passwords;
import org.orders.application.access.ProvideAccounts;
import org.orders.application.access.ReadWishes;
import org.orders.application.access.RefreshSession;
import org.orders.application.access.RefreshTokens;
import org.orders.application.access.RequestPasswordReset;
import org.orders.application.access.ResetPassword;
import org.orders.application.access.ResetTokens;
import org.orders.application.access.SessionRepository;
import org.orders.application.access.SuggestWishes;
import org.orders.application.access.WishRepository;
import org.orders.application.access.WishUseCases;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.Mails;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.CustomerRepository;

/** Wires what concerns coming in. */
@Dependent
class AccessWiring {

  @Produces
  @Singleton
  AccessPolicy policy(
      @ConfigProperty(name = "orders.access.token-lifetime", defaultValue = "PT15M")
          Duration accessToken,
      @ConfigProperty(name = "orders.access.session-lifetime", defaultValue = "P30D")
          Duration refreshToken,
      @ConfigProperty(name = "orders.access.client-token-lifetime", defaultValue = "PT1H")
          Duration clientToken) {
    return new AccessPolicy(accessToken, refreshToken, clientToken);
  }

  @Produces
  @Singleton
  EndedSessions endedSessions(
      SessionRepository sessions, UnitOfWork work, InstantSource clock, AccessPolicy policy) {
    return new EndedSessions(sessions, work, clock, policy.longestAccess());
  }

  @Produces
  @Singleton
  EndSessions endSessions(
      SessionRepository sessions, EndedSessions ended, UnitOfWork work, InstantSource clock) {
    return new EndSessions(sessions, ended, work, clock);
  }

  @Produces
  @Singleton
  AccessUseCases useCases(
      CredentialRepository credentials,
      Passwords passwords,
      SessionRepository sessions,
      EndedSessions ended,
      EndSessions endSessions,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      LoginAttempts attempts,
      AccessPolicy policy,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new AccessUseCases(
        credentials,
        passwords,
        sessions,
        ended,
        endSessions,
        accessTokens,
        refreshTokens,
        attempts,
        policy,
        AccessWiring::pause,
        work,
        ids,
        clock);
  }

  @Produces
  @Singleton
  PasswordResetUseCases passwordResets(
      PasswordResetRepository resets,
      ResetTokens tokens,
      CustomerRepository customers,
      CredentialRepository credentials,
      Passwords passwords,
      EndSessions endSessions,
      Mails mails,
      JobQueue jobs,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new PasswordResetUseCases(
        resets,
        tokens,
        customers,
        credentials,
        passwords,
        endSessions,
        mails,
        jobs,
        work,
        ids,
        clock);
  }

  @Produces
  @Singleton
  RequestPasswordReset requestPasswordReset(PasswordResetUseCases useCases) {
    return useCases.requestPasswordReset();
  }

  @Produces
  @Singleton
  ResetPassword resetPassword(PasswordResetUseCases useCases) {
    return useCases.resetPassword();
  }

  @Produces
  @Singleton
  LogIn logIn(AccessUseCases useCases) {
    return useCases.logIn();
  }

  @Produces
  @Singleton
  RefreshSession refreshSession(AccessUseCases useCases) {
    return useCases.refreshSession();
  }

  @Produces
  @Singleton
  LogOut logOut(AccessUseCases useCases) {
    return useCases.logOut();
  }

  @Produces
  @Singleton
  ChangePassword changePassword(AccessUseCases useCases) {
    return useCases.changePassword();
  }

  @Produces
  @Singleton
  IssueClientToken issueClientToken(AccessUseCases useCases) {
    return useCases.issueClientToken();
  }

  @Produces
  @Singleton
  AuthenticateBearer authenticateBearer(AccessUseCases useCases) {
    return useCases.authenticateBearer();
  }

  @Produces
  @Singleton
  ProvideAccounts provideAccounts(AccessUseCases useCases) {
    return useCases.provideAccounts();
  }

  /** Requests run on virtual threads, which may wait as long as they like. */
  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Produces
  @Singleton
  WishUseCases wishUseCases(WishRepository wishes, Idempotency idempotency, UnitOfWork work) {
    return new WishUseCases(wishes, idempotency, work);
  }

  @Produces
  @Singleton
  ReadWishes readWishes(WishUseCases useCases) {
    return useCases.readWishes();
  }

  @Produces
  @Singleton
  ChangeWishes changeWishes(WishUseCases useCases) {
    return useCases.changeWishes();
  }

  @Produces
  @Singleton
  SuggestWishes suggestWishes(WishUseCases useCases) {
    return useCases.suggestWishes();
  }
}
