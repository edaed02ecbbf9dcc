package org.orders.application.access;

import java.time.Duration;
import java.time.InstantSource;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.Mails;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.CustomerRepository;

/** What somebody can do who does not know their password, put together from what it needs. */
public record PasswordResetUseCases(
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

  /** How long a token is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  public RequestPasswordReset requestPasswordReset() {
    return new RequestPasswordResetHandler(resets, mails, jobs, work, ids, clock);
  }

  public ResetPassword resetPassword() {
    return new ResetPasswordHandler(
        resets, tokens, customers, credentials, passwords, endSessions, work, clock);
  }
}
