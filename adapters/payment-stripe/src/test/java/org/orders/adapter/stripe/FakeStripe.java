package org.orders.adapter.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in for Stripe: its API as far as payments by card need it, with books in memory. */
final class FakeStripe {

  /** An answer on its way out. */
  record Answer(int status, String body, boolean replayed) {}

  private record Recorded(String request, Answer answer) {}

  private static final Map<String, String> DECLINES =
      Map.of("4000000000000002", "generic_decline", "4000000000009995", "insufficient_funds");

  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, JsonObject> intents = new HashMap<>();
  private final Map<String, String> methodOf = new HashMap<>();
  private final List<JsonObject> captures = new ArrayList<>();
  private final List<JsonObject> refunds = new ArrayList<>();
  private final Map<String, Recorded> recorded = new HashMap<>();
  private int ids;

  /** What the bank says to the next confirmation in place of what the card stands for. */
  String nextDecline = "";

  /** What the next confirmation leaves the intent in, in place of taking the money. */
  String nextStatus = "";

  /** Whether it can tell which refunds there are. */
  boolean listsRefunds = true;

  synchronized List<JsonObject> captures() {
    return List.copyOf(captures);
  }

  synchronized List<JsonObject> refunds() {
    return List.copyOf(refunds);
  }

  /** Answers as Stripe would, and keeps the answer for the key. */
  synchronized Answer answer(String method, String url, String body, String key) {
    String request = method + " " + url + " " + body;
    Recorded before = recorded.get(key);
    if (!key.isEmpty() && before != null) {
      return before.request.equals(request)
          ? new Answer(before.answer.status, before.answer.body, true)
          : error(400, "idempotency_error", "", "", "");
    }
    Answer answer = answer(method, URI.create(url), form(body));
    if (!key.isEmpty()) {
      recorded.put(key, new Recorded(request, answer));
    }
    return answer;
  }

  /** Breaks down while it answers, and answers so for ever after under that key. */
  synchronized Answer breakDown(String method, String url, String body, String key, boolean done) {
    if (done) {
      answer(method, url, body, key);
    }
    Answer broken = error(500, "api_error", "", "", "");
    recorded.put(key, new Recorded(method + " " + url + " " + body, broken));
    return broken;
  }

  private Answer answer(String method, URI uri, Map<String, String> form) {
    String[] path = uri.getPath().substring(1).split("/");
    return switch (method
        + " "
        + String.join("/", List.of(path).subList(1, Math.min(2, path.length)))) {
      case "POST payment_methods" -> createMethod(form);
      case "POST payment_intents" ->
          path.length == 2 ? createIntent(form) : changeIntent(path[2], path[3]);
      case "GET payment_intents" -> readIntent(path[2]);
      case "POST refunds" -> createRefund(form);
      case "GET refunds" ->
          listsRefunds
              ? listRefunds(form(uri.getRawQuery()))
              : error(404, "invalid_request_error", "", "", "");
      default -> error(404, "invalid_request_error", "", "", "");
    };
  }

  private Answer createMethod(Map<String, String> form) {
    String id = "pm_" + ++ids;
    numbers.put(id, form.get("card[number]"));
    JsonObject card = new JsonObject();
    card.addProperty("brand", "visa");
    card.addProperty("last4", form.get("card[number]").substring(12));
    JsonObject method = object(id, "payment_method");
    method.add("card", card);
    return ok(method);
  }

  private Answer createIntent(Map<String, String> form) {
    String method = form.getOrDefault("payment_method", "");
    if (!numbers.containsKey(method)) {
      return error(400, "invalid_request_error", "resource_missing", "", "payment_method");
    }
    JsonObject intent = object("pi_" + ++ids, "payment_intent");
    intent.addProperty("amount", Long.parseLong(form.get("amount")));
    intent.addProperty("currency", form.get("currency"));
    intent.addProperty("status", "requires_confirmation");
    intent.add("metadata", metadata(form));
    intents.put(intent.get("id").getAsString(), intent);
    methodOf.put(intent.get("id").getAsString(), method);
    return ok(intent);
  }

  private Answer changeIntent(String id, String step) {
    JsonObject intent = intents.get(id);
    if (intent == null) {
      return error(404, "invalid_request_error", "resource_missing", "", "intent");
    }
    String status = intent.get("status").getAsString();
    boolean open = status.startsWith("requires_");
    if (step.equals("cancel")) {
      if (!open) {
        return error(400, "invalid_request_error", "payment_intent_unexpected_state", "", "");
      }
      intent.addProperty("status", "canceled");
      return ok(intent);
    }
    if (!status.equals("requires_confirmation")) {
      return error(400, "invalid_request_error", "payment_intent_unexpected_state", "", "");
    }
    String decline =
        nextDecline.isEmpty()
            ? DECLINES.getOrDefault(numbers.get(methodOf.get(id)), "")
            : nextDecline;
    nextDecline = "";
    if (!decline.isEmpty()) {
      Answer declined = error(402, "card_error", "card_declined", decline, "");
      intent.addProperty("status", "requires_payment_method");
      intent.add(
          "last_payment_error",
          StripeJson.object(declined.body).orElseThrow().getAsJsonObject("error"));
      return declined;
    }
    if (!nextStatus.isEmpty()) {
      intent.addProperty("status", nextStatus);
      nextStatus = "";
      return ok(intent);
    }
    intent.addProperty("status", "succeeded");
    intent.addProperty("amount_received", intent.get("amount").getAsLong());
    captures.add(intent);
    return ok(intent);
  }

  private Answer readIntent(String id) {
    JsonObject intent = intents.get(id);
    return intent == null
        ? error(404, "invalid_request_error", "resource_missing", "", "intent")
        : ok(intent);
  }

  private Answer createRefund(Map<String, String> form) {
    JsonObject intent = intents.get(form.get("payment_intent"));
    if (intent == null || !intent.get("status").getAsString().equals("succeeded")) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "", "payment_intent");
    }
    long amount = Long.parseLong(form.get("amount"));
    long back =
        refunds.stream()
            .filter(r -> r.get("payment_intent").equals(intent.get("id")))
            .mapToLong(r -> r.get("amount").getAsLong())
            .sum();
    if (back + amount > intent.get("amount").getAsLong()) {
      return error(400, "invalid_request_error", "", "", "amount");
    }
    JsonObject refund = object("re_" + ++ids, "refund");
    refund.addProperty("amount", amount);
    refund.add("currency", intent.get("currency"));
    refund.add("payment_intent", intent.get("id"));
    refund.addProperty("status", "succeeded");
    refund.add("metadata", metadata(form));
    refunds.add(refund);
    return ok(refund);
  }

  /** Two a page, so that readers must turn it. */
  private Answer listRefunds(Map<String, String> query) {
    List<JsonObject> all =
        refunds.reversed().stream()
            .filter(r -> r.get("payment_intent").getAsString().equals(query.get("payment_intent")))
            .toList();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).get("id").getAsString().equals(query.get("starting_after"))) {
        from = i + 1;
      }
    }
    JsonArray data = new JsonArray();
    all.subList(from, Math.min(from + 2, all.size())).forEach(data::add);
    JsonObject page = new JsonObject();
    page.addProperty("object", "list");
    page.add("data", data);
    page.addProperty("has_more", from + 2 < all.size());
    return ok(page);
  }

  private static JsonObject object(String id, String type) {
    JsonObject object = new JsonObject();
    object.addProperty("id", id);
    object.addProperty("object", type);
    return object;
  }

  private static JsonObject metadata(Map<String, String> form) {
    JsonObject metadata = new JsonObject();
    form.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            metadata.addProperty(name.substring(9, name.length() - 1), value);
          }
        });
    return metadata;
  }

  private static Answer ok(JsonObject object) {
    return new Answer(200, object.toString(), false);
  }

  private static Answer error(
      int status, String type, String code, String decline, String parameter) {
    JsonObject error = new JsonObject();
    error.addProperty("type", type);
    error.addProperty("message", "No.");
    Map.of("code", code, "decline_code", decline, "param", parameter)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                error.addProperty(name, value);
              }
            });
    JsonObject body = new JsonObject();
    body.add("error", error);
    return new Answer(status, body.toString(), false);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
      String[] pair = field.split("=", 2);
      form.put(decode(pair[0]), decode(pair[1]));
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
