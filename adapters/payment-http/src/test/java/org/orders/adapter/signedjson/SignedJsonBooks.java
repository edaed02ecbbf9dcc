package org.orders.adapter.signedjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orders.contractkit.payment.GatewayBooks;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.shared.Money;

/** The gateway's side of the protocol, with its books in memory. */
final class SignedJsonBooks implements GatewayBooks {

  /** An answer before it is signed. */
  record Reply(int status, String body) {}

  private static final Map<String, String> DECLINES =
      Map.of(
          "4000000000000002", "card_declined",
          "4000000000009995", "insufficient_funds");

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, ObjectNode> charges = new HashMap<>();
  private final Map<String, Map<String, ObjectNode>> refunds = new HashMap<>();

  synchronized Reply answer(String method, String path, String text) throws Exception {
    JsonNode body = text.isEmpty() ? json.createObjectNode() : json.readTree(text);
    String[] parts = path.substring(1).split("/");
    if (parts[0].equals("tokens")) {
      String token = "tok-" + (numbers.size() + 1);
      numbers.put(token, body.get("number").asText());
      return ok(
          json.createObjectNode()
              .put("token", token)
              .put("brand", "visa")
              .put("last4", body.get("number").asText().substring(12)));
    }
    return parts.length == 2 ? charge(method, parts[1], body) : refund(method, parts, body);
  }

  private Reply charge(String method, String attempt, JsonNode body) {
    ObjectNode before = charges.get(attempt);
    if (before != null) {
      return ok(before);
    }
    return switch (method) {
      case "GET" -> new Reply(404, "{}");
      case "DELETE" -> keep(attempt, json.createObjectNode().put("status", "closed"));
      default -> keep(attempt, decide(body));
    };
  }

  private ObjectNode decide(JsonNode body) {
    String number = numbers.get(body.get("token").asText());
    String reason = number == null ? "invalid_token" : DECLINES.getOrDefault(number, "");
    return reason.isEmpty()
        ? ((ObjectNode) body.deepCopy()).put("status", "captured")
        : json.createObjectNode().put("status", "declined").put("reason", reason);
  }

  private Reply keep(String attempt, ObjectNode charge) {
    charges.put(attempt, charge);
    return ok(charge);
  }

  private Reply refund(String method, String[] parts, JsonNode body) {
    Map<String, ObjectNode> made = refunds.computeIfAbsent(parts[1], _ -> new LinkedHashMap<>());
    ObjectNode before = made.get(parts[3]);
    if (before != null) {
      return ok(before);
    }
    if (method.equals("GET")) {
      return new Reply(404, "{}");
    }
    AttemptId attempt = new AttemptId(UUID.fromString(parts[1]));
    if (captures(attempt).isEmpty()) {
      return failed("nothing_captured");
    }
    BigDecimal left = captures(attempt).getFirst().amount();
    for (Money back : refunds(attempt)) {
      left = left.subtract(back.amount());
    }
    if (left.compareTo(new BigDecimal(body.get("amount").asText())) < 0) {
      return failed("exceeds_charge");
    }
    ObjectNode refund = ((ObjectNode) body.deepCopy()).put("status", "succeeded");
    made.put(parts[3], refund);
    return ok(refund);
  }

  private Reply failed(String reason) {
    return ok(json.createObjectNode().put("status", "failed").put("reason", reason));
  }

  private static Reply ok(ObjectNode body) {
    return new Reply(200, body.toString());
  }

  @Override
  public synchronized List<Money> captures(AttemptId attempt) {
    ObjectNode charge = charges.get(attempt.value().toString());
    return charge == null || !charge.get("status").asText().equals("captured")
        ? List.of()
        : List.of(money(charge));
  }

  @Override
  public synchronized List<Money> refunds(AttemptId attempt) {
    return refunds.getOrDefault(attempt.value().toString(), Map.of()).values().stream()
        .map(SignedJsonBooks::money)
        .toList();
  }

  private static Money money(ObjectNode object) {
    return Money.of(
        "amount",
        new BigDecimal(object.get("amount").asText()),
        Currency.getInstance(object.get("currency").asText()));
  }
}
