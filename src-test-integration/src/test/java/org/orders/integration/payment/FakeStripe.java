package org.orders.integration.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Stripe's side of payments by card: intents, refunds, and what was answered under which key. */
final class FakeStripe {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> DECLINES =
      Map.of("4000000000000002", "generic_decline", "4000000000009995", "insufficient_funds");

  /** An answer on its way out. */
  record Reply(int status, String body, boolean replayed) {

    Reply again() {
      return new Reply(status, body, true);
    }
  }

  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  private final List<ObjectNode> refunds = new ArrayList<>();
  private final Map<String, Reply> recorded = new HashMap<>();
  private final Map<String, String> sent = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, String> outcomes = new HashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** What the confirmation of this order's intent leaves it in, instead of taking the money. */
  synchronized void leaves(String order, String status) {
    outcomes.put(order, status);
  }

  /** What has become of the order's intents since. */
  synchronized void settle(String order, String status) {
    outcomes.remove(order);
    of(order).forEach(intent -> finish(intent, status));
  }

  /** Answers, and keeps the answer for the key. */
  synchronized Reply answer(String method, String path, Map<String, String> form, String key) {
    if (key.isEmpty()) {
      return act(method, path, form);
    }
    String before = sent.putIfAbsent(key, path + form);
    if (before != null && !before.equals(path + form)) {
      complaints.add("the key " + key + " was used for two things");
      return error(400, "idempotency_error", "", "", "");
    }
    Reply known = recorded.get(key);
    if (known != null) {
      return known.again();
    }
    Reply reply = act(method, path, form);
    recorded.put(key, reply);
    return reply;
  }

  /** Breaks down, perhaps after it has done what it was asked for, and keeps that for the key. */
  synchronized Reply breakDown(
      String method, String path, Map<String, String> form, String key, boolean done) {
    if (recorded.containsKey(key)) {
      return recorded.get(key).again();
    }
    if (done) {
      answer(method, path, form, key);
    }
    Reply broken = error(500, "api_error", "", "", "");
    if (!key.isEmpty()) {
      sent.putIfAbsent(key, path + form);
      recorded.put(key, broken);
    }
    return broken;
  }

  private Reply act(String method, String path, Map<String, String> form) {
    String[] parts = path.split("/");
    return switch (method + " " + parts[2] + (parts.length > 4 ? " " + parts[4] : "")) {
      case "POST payment_methods" -> keep(form);
      case "POST payment_intents" -> create(form);
      case "POST payment_intents confirm" -> change(parts[3], true);
      case "POST payment_intents cancel" -> change(parts[3], false);
      case "GET payment_intents" -> read(parts[3]);
      case "POST refunds" -> refund(form);
      case "GET refunds" -> list(form);
      default -> error(404, "invalid_request_error", "", "", "");
    };
  }

  private Reply keep(Map<String, String> form) {
    String number = form.getOrDefault("card[number]", "");
    ObjectNode method = object("pm_", "payment_method");
    numbers.put(method.get("id").asText(), number);
    method
        .putObject("card")
        .put("brand", "visa")
        .put("last4", number.substring(Math.max(0, number.length() - 4)));
    return ok(method);
  }

  private Reply create(Map<String, String> form) {
    if (!numbers.containsKey(form.getOrDefault("payment_method", ""))) {
      return error(400, "invalid_request_error", "resource_missing", "", "payment_method");
    }
    if (form.containsKey("confirm")) {
      complaints.add("an intent was confirmed as it was created");
    }
    ObjectNode intent = object("pi_", "payment_intent");
    intent.put("amount", Long.parseLong(form.get("amount")));
    intent.put("currency", form.get("currency"));
    intent.put("status", "requires_confirmation");
    intent.put("payment_method", form.get("payment_method"));
    intent.putObject("metadata").put("order_id", form.getOrDefault("metadata[order_id]", ""));
    intents.put(intent.get("id").asText(), intent);
    return ok(intent);
  }

  private Reply change(String id, boolean confirm) {
    ObjectNode intent = intents.get(id);
    if (intent == null) {
      return error(404, "invalid_request_error", "resource_missing", "", "intent");
    }
    String status = intent.get("status").asText();
    boolean fits = confirm ? status.equals("requires_confirmation") : status.startsWith("requires");
    if (!fits) {
      return error(400, "invalid_request_error", "payment_intent_unexpected_state", "", "");
    }
    if (!confirm) {
      intent.put("status", "canceled");
      return ok(intent);
    }
    String decline = DECLINES.getOrDefault(numbers.get(intent.get("payment_method").asText()), "");
    if (!decline.isEmpty()) {
      Reply declined = error(402, "card_error", "card_declined", decline, "");
      intent.put("status", "requires_payment_method");
      intent.set("last_payment_error", parse(declined.body).get("error"));
      return declined;
    }
    finish(intent, outcomes.getOrDefault(orderOf(intent), "succeeded"));
    return ok(intent);
  }

  private static void finish(ObjectNode intent, String status) {
    intent.put("status", status);
    intent.put("amount_received", status.equals("succeeded") ? intent.get("amount").asLong() : 0);
  }

  private Reply read(String id) {
    ObjectNode intent = intents.get(id);
    return intent == null
        ? error(404, "invalid_request_error", "resource_missing", "", "intent")
        : ok(intent);
  }

  private Reply refund(Map<String, String> form) {
    ObjectNode intent = intents.get(form.getOrDefault("payment_intent", ""));
    if (intent == null || !intent.get("status").asText().equals("succeeded")) {
      return error(400, "invalid_request_error", "resource_missing", "", "payment_intent");
    }
    long amount = Long.parseLong(form.get("amount"));
    if (refunded(intent) + amount > intent.get("amount").asLong()) {
      return error(400, "invalid_request_error", "charge_already_refunded", "", "amount");
    }
    ObjectNode refund = object("re_", "refund");
    refund.put("amount", amount);
    refund.put("payment_intent", intent.get("id").asText());
    refund.put("status", "succeeded");
    refund.putObject("metadata").put("refund_id", form.getOrDefault("metadata[refund_id]", ""));
    refunds.add(refund);
    return ok(refund);
  }

  private Reply list(Map<String, String> query) {
    ObjectNode page = JSON.createObjectNode().put("object", "list").put("has_more", false);
    ArrayNode data = page.putArray("data");
    refunds.stream()
        .filter(it -> it.get("payment_intent").asText().equals(query.get("payment_intent")))
        .forEach(data::add);
    return ok(page);
  }

  /** How often money was taken for the order. */
  synchronized long captures(String order) {
    return of(order).stream()
        .filter(intent -> intent.get("status").asText().equals("succeeded"))
        .count();
  }

  /** How often money went back for the order. */
  synchronized long refunds(String order) {
    return refunds.stream()
        .filter(refund -> orderOf(intents.get(refund.get("payment_intent").asText())).equals(order))
        .count();
  }

  /** What was taken for the order and has not gone back, as Stripe counts. */
  synchronized long kept(String order) {
    return of(order).stream()
        .mapToLong(intent -> intent.path("amount_received").asLong() - refunded(intent))
        .sum();
  }

  /** The order's intents, oldest first. */
  synchronized List<ObjectNode> of(String order) {
    return intents.values().stream().filter(intent -> orderOf(intent).equals(order)).toList();
  }

  /** The order that a request is about, as far as that can be told. */
  synchronized String orderOf(String path, Map<String, String> form) {
    String[] parts = path.split("/");
    String id = parts.length > 3 ? parts[3] : form.getOrDefault("payment_intent", "");
    ObjectNode intent = intents.get(id);
    return intent == null ? form.getOrDefault("metadata[order_id]", "") : orderOf(intent);
  }

  /** What the service did that no client of Stripe may do. */
  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  private long refunded(ObjectNode intent) {
    return refunds.stream()
        .filter(it -> it.get("payment_intent").asText().equals(intent.get("id").asText()))
        .mapToLong(it -> it.get("amount").asLong())
        .sum();
  }

  private static String orderOf(ObjectNode intent) {
    return intent.path("metadata").path("order_id").asText();
  }

  private ObjectNode object(String prefix, String type) {
    return JSON.createObjectNode().put("id", prefix + ids.incrementAndGet()).put("object", type);
  }

  private static Reply ok(ObjectNode object) {
    return new Reply(200, object.toString(), false);
  }

  static Reply error(int status, String type, String code, String decline, String parameter) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode error = body.putObject("error").put("type", type).put("message", "No.");
    Map.of("code", code, "decline_code", decline, "param", parameter)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                error.put(name, value);
              }
            });
    return new Reply(status, body.toString(), false);
  }

  private static ObjectNode parse(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
