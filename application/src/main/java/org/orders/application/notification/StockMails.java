package org.orders.application.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.access.WishRepository;
import org.orders.application.access.Wishes;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.StockAlerts;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;

/** The mails that tell administrators of low stock, each of them at the address they gave. */
public final class StockMails implements MailRules {

  private static final String ADMINISTRATOR = "administrator";

  private final StockAlerts alerts;
  private final WishRepository wishes;

  public StockMails(StockAlerts alerts, WishRepository wishes) {
    this.alerts = alerts;
    this.wishes = wishes;
  }

  /** The wish that an administrator be told of an alert. */
  static MailRequest request(UUID alert, UserId administrator) {
    return new MailRequest(
        MailKind.of(Mail.StockLow.class),
        null,
        alert,
        Map.of(ADMINISTRATOR, administrator.value().toString()));
  }

  @Override
  public List<MailRule> rules() {
    return List.of(MailRule.onRequest(Mail.StockLow.class, this::write));
  }

  private Optional<Letter> write(MailRequest request) {
    UserId administrator = new UserId(UUID.fromString(request.fact(ADMINISTRATOR)));
    // Whoever changed their mind meanwhile gets none.
    Optional<EmailAddress> address =
        wishes.find(administrator).filter(Wishes::lowStock).map(Wishes::email);
    return alerts
        .find(new AlertId(request.about()))
        .flatMap(
            alert ->
                address.map(
                    email ->
                        new Letter(
                            List.of(new Letter.Recipient(email, null)), new Mail.StockLow(alert))));
  }
}
