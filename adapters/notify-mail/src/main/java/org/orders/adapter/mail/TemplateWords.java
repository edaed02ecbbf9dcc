package org.orders.adapter.mail;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;

/** What templates can ask of values, each in one form whatever machine writes the mail. */
@TemplateExtension
final class TemplateWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private TemplateWords() {}

  /** The amount with all the decimals of its currency, and the currency. */
  static String written(Money money) {
    return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
  }

  static String written(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  static String written(PersonName name) {
    return HeaderText.oneLine(name.value());
  }

  /** A reason as a sentence for whoever paid. */
  static String written(DeclineReason reason) {
    return switch (reason) {
      case CARD_DECLINED -> "Your bank declined the payment.";
      case INSUFFICIENT_FUNDS -> "There was not enough money on the account.";
      case LIMIT_EXCEEDED -> "The payment exceeds the card's limit.";
      case EXPIRED_CARD -> "The card has expired.";
      case INCORRECT_NUMBER, INCORRECT_CVC -> "The card's details are not right.";
      case AUTHENTICATION_REQUIRED -> "Your bank wants you to confirm the payment.";
      case CURRENCY_NOT_SUPPORTED -> "The card does not pay in this currency.";
      case AMOUNT_NOT_SUPPORTED -> "This amount cannot be paid in this way.";
      case INVALID_TOKEN -> "The means of payment is not valid any more.";
      case PROCESSING_ERROR -> "Something failed on the way to your bank.";
      case OTHER -> "The payment was not accepted.";
    };
  }
}
