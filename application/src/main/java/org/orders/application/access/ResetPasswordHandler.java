package org.orders.application.access;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;

/** Looks first and hashes then, because that takes long on purpose, and decides under a lock. */
final class ResetPasswordHandler implements ResetPassword {

  private final PasswordResetRepository resets;
  private final ResetTokens tokens;
  private final CustomerRepository customers;
  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final EndSessions sessions;
  private final UnitOfWork work;
  private final InstantSource clock;

  ResetPasswordHandler(
      PasswordResetRepository resets,
      ResetTokens tokens,
      CustomerRepository customers,
      CredentialRepository credentials,
      Passwords passwords,
      EndSessions sessions,
      UnitOfWork work,
      InstantSource clock) {
    this.resets = resets;
    this.tokens = tokens;
    this.customers = customers;
    this.credentials = credentials;
    this.passwords = passwords;
    this.sessions = sessions;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void reset(String token, Password newPassword) {
    ResetId id = tokens.read(token).orElseThrow(ResetTokenInvalid::new);
    CustomerId customer = work.run(() -> customerOf(id));
    String hash = passwords.hash(newPassword.value());
    Subject subject = new Subject.Customer(customer);
    sessions.endAll(
        subject,
        null,
        () -> {
          Instant now = clock.instant();
          // The customer first, so that two wishes of theirs do not wait in a circle.
          boolean isOpen =
              customers.lock(customer).filter(ResetPasswordHandler::mayComeIn).isPresent()
                  && resets.lock(id).filter(reset -> reset.isOpen(now)).isPresent();
          if (!isOpen) {
            throw new ResetTokenInvalid();
          }
          credentials.setPassword(subject, hash);
          resets.useUp(customer, now);
        });
  }

  private CustomerId customerOf(ResetId id) {
    PasswordReset reset =
        resets
            .find(id)
            .filter(found -> found.isOpen(clock.instant()))
            .orElseThrow(ResetTokenInvalid::new);
    if (reset.customer() == null) {
      throw new ResetTokenInvalid();
    }
    return reset.customer();
  }

  static boolean mayComeIn(Customer customer) {
    return customer.kind() == Customer.Kind.ACCOUNT && customer.isActive();
  }
}
