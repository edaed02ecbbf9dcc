package org.orders.adapter.stripe;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardSummary;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.shared.InvalidValue;

/** Stripe's vault: a card becomes a PaymentMethod. */
final class StripeVault implements CardVault {

  private static final System.Logger LOG = System.getLogger(StripeVault.class.getName());

  private final StripeApi api;

  StripeVault(StripeApi api) {
    this.api = api;
  }

  @Override
  public TokenizedCard tokenize(Card card) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("type", "card");
    form.put("card[number]", card.number().value());
    form.put("card[exp_month]", Integer.toString(card.expiry().getMonthValue()));
    form.put("card[exp_year]", Integer.toString(card.expiry().getYear()));
    form.put("card[cvc]", card.cvc());
    form.put("billing_details[name]", card.holder());
    return switch (api.post("/v1/payment_methods", form, null)) {
      case StripeReply.Done(var method) -> read(method, card);
      case StripeReply.Refused refused -> throw refusal(refused);
      case StripeReply.Open _ -> throw new GatewayUnavailable();
    };
  }

  private static TokenizedCard read(JsonObject method, Card card) {
    String id = StripeJson.text(method, "id");
    if (id.isEmpty()) {
      throw new GatewayUnavailable();
    }
    JsonObject stored = StripeJson.object(method, "card").orElseGet(JsonObject::new);
    String brand = StripeJson.text(stored, "brand");
    String last4 = StripeJson.text(stored, "last4");
    return new TokenizedCard(
        new PaymentToken(id),
        new CardSummary(
            brand.isEmpty() ? card.summary().brand() : brand,
            last4.isEmpty() ? card.summary().last4() : last4));
  }

  private static RuntimeException refusal(StripeReply.Refused refused) {
    return switch (StripeDecline.reason(refused.error())) {
      case INCORRECT_NUMBER -> new InvalidValue("number", "is no card's number");
      case INCORRECT_CVC -> new InvalidValue("cvc", "is not the code on the card");
      case EXPIRED_CARD ->
          refused.code().equals("invalid_expiry_month")
              ? new InvalidValue("expiryMonth", "is not the card's")
              : new InvalidValue("expiryYear", "is not the card's, or lies in the past");
      case CARD_DECLINED -> new InvalidValue("number", "is not accepted");
      default -> {
        LOG.log(
            System.Logger.Level.ERROR,
            "Stripe''s vault refuses cards of ours: {0} {1}",
            Integer.toString(refused.status()),
            refused.code());
        yield new GatewayUnavailable();
      }
    };
  }
}
