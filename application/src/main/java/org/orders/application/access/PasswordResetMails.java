package org.orders.application.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.orders.application.notification.Letter;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailRequest;
import org.orders.application.notification.MailRule;
import org.orders.application.notification.MailRules;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerRepository;

/**
 * The mail that carries the token. It is made when the mail is written, from the id of the wish, so
 * that it stands in no job and no table.
 */
public final class PasswordResetMails implements MailRules {

  private static final String TOKEN = "{token}";

  private final PasswordResetRepository resets;
  private final ResetTokens tokens;
  private final CustomerRepository customers;
  private final InstantSource clock;
  private final String address;

  /**
   * @param address where a password can be set, with {@code {token}} in the token's place
   */
  public PasswordResetMails(
      PasswordResetRepository resets,
      ResetTokens tokens,
      CustomerRepository customers,
      InstantSource clock,
      String address) {
    if (!address.contains(TOKEN)) {
      throw new IllegalArgumentException("an address for new passwords has a place for " + TOKEN);
    }
    this.resets = resets;
    this.tokens = tokens;
    this.customers = customers;
    this.clock = clock;
    this.address = address;
  }

  @Override
  public List<MailRule> rules() {
    return List.of(MailRule.onRequest(Mail.PasswordReset.class, this::write));
  }

  private Optional<Letter> write(MailRequest request) {
    ResetId id = new ResetId(request.about());
    return resets
        .find(id)
        .filter(reset -> reset.isOpen(clock.instant()))
        .flatMap(reset -> Optional.ofNullable(reset.customer()))
        .flatMap(customers::find)
        .filter(ResetPasswordHandler::mayComeIn)
        .map(customer -> letter(id, customer));
  }

  private Letter letter(ResetId id, Customer customer) {
    String token = tokens.issue(id);
    return Letter.to(
        customer.contact(),
        new Mail.PasswordReset(customer.profile().name(), token, address.replace(TOKEN, token)));
  }
}
