package org.orders.adapter.stripe;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.GatewayUnavailable;

/** Stripe's API as this adapter needs it: one request, one reply, and no exception for either. */
final class StripeApi {

  private static final System.Logger LOG = System.getLogger(StripeApi.class.getName());

  static {
    // What Stripe learns about us it learns from the requests themselves.
    Stripe.enableTelemetry = false;
  }

  private final Optional<StripeClient> client;

  /**
   * Over the given transport.
   *
   * @param apiKey none where Stripe is not configured; every call is refused then
   */
  StripeApi(String baseUrl, Optional<String> apiKey, BoundedHttpClient transport) {
    this.client =
        apiKey
            .filter(key -> !key.isBlank())
            .map(
                key ->
                    StripeClient.builder()
                        .setApiKey(key.strip())
                        .setApiBase(baseUrl.strip().replaceFirst("/+$", ""))
                        .setMaxNetworkRetries(0)
                        .setHttpClient(transport)
                        .build());
  }

  /**
   * Asks for something to be done.
   *
   * @param key the idempotency key; none for what is harmless to repeat
   */
  StripeReply post(String path, Map<String, String> form, @Nullable String key) {
    RawRequestOptions.RawRequestOptionsBuilder options = RawRequestOptions.builder();
    if (key != null) {
      options.setIdempotencyKey(key);
    }
    return send(RequestMethod.POST, path, encode(form), options.build());
  }

  /** Asks how something stands. */
  StripeReply get(String path, Map<String, String> query) {
    String target = query.isEmpty() ? path : path + "?" + encode(query);
    return send(RequestMethod.GET, target, null, RawRequestOptions.builder().build());
  }

  private StripeReply send(
      RequestMethod method, String path, @Nullable String content, RawRequestOptions options) {
    StripeClient stripe = client.orElseThrow(GatewayUnavailable::new);
    try {
      Optional<JsonObject> object =
          StripeJson.object(stripe.rawRequest(method, path, content, options).body());
      return object.isPresent() && !object.get().isEmpty()
          ? new StripeReply.Done(object.get())
          : StripeReply.Open.FOR_NOW;
    } catch (StripeAnswered answer) {
      return read(answer);
    } catch (StripeException silent) {
      LOG.log(System.Logger.Level.DEBUG, () -> "Stripe gave no answer: " + silent.getMessage());
      return StripeReply.Open.FOR_NOW;
    }
  }

  private static StripeReply read(StripeAnswered answer) {
    int status = answer.status();
    Optional<JsonObject> error =
        StripeJson.object(answer.body()).flatMap(body -> StripeJson.object(body, "error"));
    boolean aboutUs = status == 401 || status == 403;
    if (aboutUs) {
      LOG.log(System.Logger.Level.ERROR, "Stripe does not accept the configured API key");
    }
    boolean busy = status == 409 || status == 429;
    boolean clear = status >= 400 && status < 500 && error.isPresent();
    // A key that was used for something else is our mistake, and says nothing about what was done.
    boolean keyMisused =
        error.filter(e -> StripeJson.text(e, "type").equals("idempotency_error")).isPresent();
    if (!clear || aboutUs || busy || keyMisused) {
      // Server errors are recorded under their key too.
      boolean keyIsSpent = answer.replayed() || keyMisused || status >= 500;
      return new StripeReply.Open(answer.replayed(), keyIsSpent);
    }
    return new StripeReply.Refused(status, error.get());
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
