package org.orders.application.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.access.WishRepository;
import org.orders.application.access.Wishes;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.StockAlerts;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;

/**
 * The mails that tell administrators of low stock, and of books of stock that disagree, each of
 * them at the address they gave.
 */
public final class StockMails implements MailRules {

  private static final String ADMINISTRATOR = "administrator";
  private static final String CHECKED_AT = "checkedAt";
  private static final String DRIFTS = "drifts";

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

  /** The wish that an administrator be told what a comparison of the books found. */
  static MailRequest request(Check check, UserId administrator) {
    return new MailRequest(
        MailKind.of(Mail.DriftsFound.class),
        null,
        null,
        Map.of(
            ADMINISTRATOR,
            administrator.value().toString(),
            CHECKED_AT,
            check.at().toString(),
            DRIFTS,
            Long.toString(check.drifts())));
  }

  @Override
  public List<MailRule> rules() {
    return List.of(
        MailRule.onRequest(Mail.StockLow.class, this::writeOfLowStock),
        MailRule.onRequest(Mail.DriftsFound.class, this::writeOfDrifts));
  }

  private Optional<Letter> writeOfLowStock(MailRequest request) {
    return alerts
        .find(new AlertId(request.about()))
        .flatMap(alert -> letter(request, new Mail.StockLow(alert)));
  }

  private Optional<Letter> writeOfDrifts(MailRequest request) {
    Check check =
        new Check(Instant.parse(request.fact(CHECKED_AT)), Long.parseLong(request.fact(DRIFTS)));
    return letter(request, new Mail.DriftsFound(check));
  }

  /** Whoever changed their mind meanwhile gets none. */
  private Optional<Letter> letter(MailRequest request, Mail mail) {
    UserId administrator = new UserId(UUID.fromString(request.fact(ADMINISTRATOR)));
    Optional<EmailAddress> address =
        wishes.find(administrator).filter(Wishes::lowStock).map(Wishes::email);
    return address.map(email -> new Letter(List.of(new Letter.Recipient(email, null)), mail));
  }
}
