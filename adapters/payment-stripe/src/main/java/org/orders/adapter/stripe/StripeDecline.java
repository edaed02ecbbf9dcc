package org.orders.adapter.stripe;

import com.google.gson.JsonObject;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;

/**
 * Stripe's error and decline codes in the words of the house.
 *
 * @see <a href="https://docs.stripe.com/declines/codes">Stripe: decline codes</a>
 */
final class StripeDecline {

  private StripeDecline() {}

  /** What an error says about a charge: declined, or worth another attempt. */
  static ChargeOutcome outcome(JsonObject error) {
    DeclineReason reason = reason(error);
    return reason == DeclineReason.PROCESSING_ERROR
        ? new ChargeOutcome.NotTaken(reason)
        : new ChargeOutcome.Declined(reason);
  }

  static DeclineReason reason(JsonObject error) {
    String code = StripeJson.text(error, "code");
    String bank = StripeJson.text(error, "decline_code");
    return switch (code.equals("card_declined") && !bank.isEmpty() ? bank : code) {
      case "insufficient_funds" -> DeclineReason.INSUFFICIENT_FUNDS;
      case "expired_card", "invalid_expiry_month", "invalid_expiry_year" ->
          DeclineReason.EXPIRED_CARD;
      case "incorrect_cvc", "invalid_cvc" -> DeclineReason.INCORRECT_CVC;
      case "incorrect_number", "invalid_number" -> DeclineReason.INCORRECT_NUMBER;
      case "authentication_required", "payment_intent_authentication_failure" ->
          DeclineReason.AUTHENTICATION_REQUIRED;
      case "withdrawal_count_limit_exceeded", "card_velocity_exceeded" ->
          DeclineReason.LIMIT_EXCEEDED;
      case "currency_not_supported", "invalid_currency" -> DeclineReason.CURRENCY_NOT_SUPPORTED;
      case "amount_too_small", "amount_too_large", "invalid_amount" ->
          DeclineReason.AMOUNT_NOT_SUPPORTED;
      case "processing_error", "try_again_later", "issuer_not_available", "reenter_transaction" ->
          DeclineReason.PROCESSING_ERROR;
      case "resource_missing" -> DeclineReason.INVALID_TOKEN;
      default -> other(error, code);
    };
  }

  private static DeclineReason other(JsonObject error, String code) {
    if (code.equals("card_declined") || StripeJson.text(error, "type").equals("card_error")) {
      return DeclineReason.CARD_DECLINED;
    }
    return switch (StripeJson.text(error, "param")) {
      case "amount" -> DeclineReason.AMOUNT_NOT_SUPPORTED;
      case "currency" -> DeclineReason.CURRENCY_NOT_SUPPORTED;
      case "payment_method" -> DeclineReason.INVALID_TOKEN;
      default -> DeclineReason.OTHER;
    };
  }
}
