package org.orders.adapter.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundOutcome.Reason;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.shared.Money;

/**
 * Stripe. An attempt is a PaymentIntent: it is created unconfirmed (key: the attempt's id), so that
 * its id can be committed before money moves, then confirmed (key: the id and the step). What
 * became of it is read from the intent itself; a recorded server error that Stripe replays says
 * nothing.
 *
 * @see <a href="https://docs.stripe.com/payments/paymentintents/lifecycle">Stripe: how intents
 *     work</a>
 */
@Singleton
@Named(StripePaymentGateway.NAME)
public final class StripePaymentGateway implements PaymentGateway {

  static final String NAME = "stripe";

  private static final System.Logger LOG = System.getLogger(StripePaymentGateway.class.getName());

  private static final ChargeOutcome UNKNOWN = new ChargeOutcome.Unknown();

  /** In these no confirmation of ours can take anything: the card is gone from the intent. */
  private static final Set<String> ENDED = Set.of("canceled", "requires_payment_method");

  /** How many keys a refund has at most: one more for each that was spent on a server error. */
  private static final int MOST_KEYS = 5;

  private final StripeApi api;
  private final StripeVault vault;
  private final StripeWebhooks webhooks;

  /**
   * As configured. Without an API key every call is refused as {@code gateway-unavailable}.
   *
   * @param timeout after which an answer is given up, counted to its last byte
   */
  @Inject
  StripePaymentGateway(
      @ConfigProperty(
              name = "orders.payment.stripe.base-url",
              defaultValue = "https://api.stripe.com")
          String baseUrl,
      @ConfigProperty(name = "orders.payment.stripe.api-key") Optional<String> apiKey,
      @ConfigProperty(name = "orders.payment.stripe.webhook-secret") Optional<String> webhookSecret,
      @ConfigProperty(name = "orders.payment.stripe.connect-timeout", defaultValue = "3s")
          Duration connectTimeout,
      @ConfigProperty(name = "orders.payment.stripe.timeout", defaultValue = "10s")
          Duration timeout) {
    this.api = new StripeApi(baseUrl, apiKey, new BoundedHttpClient(connectTimeout, timeout));
    this.vault = new StripeVault(api);
    this.webhooks = new StripeWebhooks(webhookSecret);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CardVault vault() {
    return vault;
  }

  /** What Stripe promises: keys may be forgotten once they are 24 hours old. */
  @Override
  public Duration keyLifetime() {
    return Duration.ofHours(24);
  }

  @Override
  public Preparation prepare(Charge charge) {
    OptionalLong amount = StripeAmount.of(charge.amount());
    if (amount.isEmpty()) {
      return new Preparation.Declined(DeclineReason.AMOUNT_NOT_SUPPORTED);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("amount", Long.toString(amount.getAsLong()));
    form.put("currency", StripeAmount.currency(charge.amount().currency()));
    form.put("payment_method_types[0]", "card");
    // A token of Stripe's older sort becomes a PaymentMethod on the way.
    if (charge.token().value().startsWith("tok_")) {
      form.put("payment_method_data[type]", "card");
      form.put("payment_method_data[card][token]", charge.token().value());
    } else {
      form.put("payment_method", charge.token().value());
    }
    form.put("metadata[attempt_id]", charge.attempt().value().toString());
    form.put("metadata[payment_id]", charge.payment().value().toString());
    form.put("metadata[order_id]", charge.order().value().toString());
    return switch (api.post("/v1/payment_intents", form, charge.attempt().value().toString())) {
      case StripeReply.Done(var intent) when !StripeJson.text(intent, "id").isBlank() ->
          new Preparation.Prepared(new GatewayReference(StripeJson.text(intent, "id")));
      case StripeReply.Refused refused ->
          switch (StripeDecline.outcome(refused.error())) {
            case ChargeOutcome.Declined(var reason) -> new Preparation.Declined(reason);
            default -> new Preparation.Unavailable();
          };
      case StripeReply.Open(_, boolean keyIsSpent) when keyIsSpent -> new Preparation.Failed();
      case StripeReply.Done _, StripeReply.Open _ -> new Preparation.Unavailable();
    };
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    // Nobody is there to answer a bank's question: better declined than left hanging.
    Map<String, String> form = Map.of("error_on_requires_action", "true");
    return switch (api.post(
        path(reference) + "/confirm", form, charge.attempt().value() + ":confirm")) {
      case StripeReply.Done(var intent) -> read(intent, charge);
      case StripeReply.Refused refused when isOfTheCard(refused) ->
          StripeDecline.outcome(refused.error());
      // It is in no state to be confirmed, so it has its outcome already, or it was closed.
      case StripeReply.Refused _ -> lookUp(charge, reference);
      // The first sending has ended, and nothing will be done under this key any more.
      case StripeReply.Open(boolean replayed, _) when replayed -> lookUp(charge, reference);
      case StripeReply.Open _ -> UNKNOWN;
    };
  }

  private static boolean isOfTheCard(StripeReply.Refused refused) {
    return StripeJson.text(refused.error(), "type").equals("card_error")
        || refused.parameter().equals("payment_method");
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return switch (api.get(path(reference), Map.of())) {
      case StripeReply.Done(var intent) -> read(intent, charge);
      case StripeReply.Refused _, StripeReply.Open _ -> UNKNOWN;
    };
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    ChargeOutcome before = lookUp(charge, reference);
    if (!(before instanceof ChargeOutcome.NotTaken)) {
      return before;
    }
    // Without a key: cancelling twice is harmless, and a replayed answer would say nothing.
    api.post(path(reference) + "/cancel", Map.of(), null);
    return switch (api.get(path(reference), Map.of())) {
      case StripeReply.Done(var intent) -> {
        ChargeOutcome after = read(intent, charge);
        boolean stillOpen =
            after instanceof ChargeOutcome.NotTaken
                && !ENDED.contains(StripeJson.text(intent, "status"));
        yield stillOpen ? UNKNOWN : after;
      }
      case StripeReply.Refused _, StripeReply.Open _ -> UNKNOWN;
    };
  }

  private static ChargeOutcome read(JsonObject intent, Charge charge) {
    Optional<JsonObject> error = StripeJson.object(intent, "last_payment_error");
    return switch (StripeJson.text(intent, "status")) {
      case "succeeded" -> captured(intent, charge.amount());
      case "requires_payment_method" ->
          error
              .map(StripeDecline::outcome)
              .orElseGet(() -> new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR));
      case "requires_confirmation", "canceled" ->
          new ChargeOutcome.NotTaken(
              error.map(StripeDecline::reason).orElse(DeclineReason.PROCESSING_ERROR));
      // The bank wants to ask its customer, who is not there.
      case "requires_action" -> new ChargeOutcome.NotTaken(DeclineReason.AUTHENTICATION_REQUIRED);
      // "processing" settles by itself, and what we do not know we do not guess.
      default -> UNKNOWN;
    };
  }

  private static ChargeOutcome captured(JsonObject intent, Money expected) {
    OptionalLong received = StripeJson.number(intent, "amount_received");
    OptionalLong taken = received.isPresent() ? received : StripeJson.number(intent, "amount");
    if (taken.isPresent() && !taken.equals(StripeAmount.of(expected))) {
      LOG.log(
          System.Logger.Level.ERROR,
          "Stripe took another amount than it was asked for: {0}",
          StripeJson.text(intent, "id"));
      return UNKNOWN;
    }
    return new ChargeOutcome.Captured();
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    OptionalLong amount = StripeAmount.of(request.amount());
    if (amount.isEmpty()) {
      return new RefundOutcome.Failed(Reason.OTHER);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("payment_intent", request.charge().value());
    form.put("amount", Long.toString(amount.getAsLong()));
    form.put("metadata[refund_id]", request.refund().value().toString());
    return refund(request, form, 1);
  }

  /**
   * Where a sending ended in a server error, every further one under its key is answered with that
   * same error. If it made no refund, there will be none under this key, and the next key's turn
   * has come. All who work on a refund go through its keys in the same order.
   */
  private RefundOutcome refund(RefundRequest request, Map<String, String> form, int number) {
    String id = request.refund().value().toString();
    String key = number == 1 ? id : id + ":" + number;
    return switch (api.post("/v1/refunds", form, key)) {
      case StripeReply.Done(var refund) -> read(refund);
      case StripeReply.Refused refused -> new RefundOutcome.Failed(reason(refused));
      case StripeReply.Open(boolean replayed, _) when replayed -> {
        RefundOutcome made = find(request, new RefundOutcome.Unknown());
        yield made instanceof RefundOutcome.NotMade && number < MOST_KEYS
            ? refund(request, form, number + 1)
            : made;
      }
      case StripeReply.Open _ -> new RefundOutcome.Unknown();
    };
  }

  private static Reason reason(StripeReply.Refused refused) {
    if (refused.code().equals("charge_already_refunded") || refused.parameter().equals("amount")) {
      return Reason.EXCEEDS_CHARGE;
    }
    boolean nothingThere =
        refused.code().equals("payment_intent_unexpected_state")
            || refused.code().equals("resource_missing")
            || refused.parameter().equals("payment_intent");
    return nothingThere ? Reason.NOTHING_CAPTURED : Reason.OTHER;
  }

  private static RefundOutcome read(JsonObject refund) {
    return switch (StripeJson.text(refund, "status")) {
      case "succeeded" -> new RefundOutcome.Succeeded();
      case "failed", "canceled" -> new RefundOutcome.Failed(Reason.REJECTED_BY_BANK);
      default -> new RefundOutcome.Unknown();
    };
  }

  /** Where refunds cannot be listed, the key is what protects: it may be sent again. */
  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return find(request, new RefundOutcome.NotMade());
  }

  private RefundOutcome find(RefundRequest request, RefundOutcome whereNotListed) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("payment_intent", request.charge().value());
    query.put("limit", "100");
    while (true) {
      StripeReply reply = api.get("/v1/refunds", query);
      if (reply instanceof StripeReply.Refused) {
        return whereNotListed;
      }
      if (!(reply instanceof StripeReply.Done(var page))
          || !(page.get("data") instanceof JsonArray refunds)) {
        return new RefundOutcome.Unknown();
      }
      String last = "";
      for (JsonElement element : refunds) {
        if (!(element instanceof JsonObject refund)) {
          return new RefundOutcome.Unknown();
        }
        if (isOf(request, refund)) {
          return read(refund);
        }
        last = StripeJson.text(refund, "id");
      }
      if (!StripeJson.text(page, "has_more").equals("true") || last.isEmpty()) {
        return new RefundOutcome.NotMade();
      }
      query.put("starting_after", last);
    }
  }

  private static boolean isOf(RefundRequest request, JsonObject refund) {
    return StripeJson.object(refund, "metadata")
        .filter(
            metadata ->
                StripeJson.text(metadata, "refund_id").equals(request.refund().value().toString()))
        .isPresent();
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    return webhooks.read(delivery, now);
  }

  private static String path(GatewayReference reference) {
    return "/v1/payment_intents/" + StripeApi.encode(reference.value());
  }

  /** Hides keys and secrets. */
  @Override
  public String toString() {
    return "StripePaymentGateway";
  }
}
