package org.orders.adapter.easypost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands in for EasyPost: its API as far as labels need it, with books in memory. */
final class FakeEasyPost {

  /** An answer on its way out. */
  record Answer(int status, String body) {}

  /** What a label here is: it begins as a PDF does. */
  static final String LABEL = "%PDF-1.4\n% a label\n%%EOF\n";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, ObjectNode> shipments = new HashMap<>();
  private final List<String> refunds = new ArrayList<>();
  private String baseUrl = "";
  private int rerates;

  /** When shipments and labels are said to be made. */
  Instant now = EasyPostBench.NOW;

  /** What the next refund is answered in place of {@code submitted}. */
  String nextRefund = "";

  /** The error with which the next purchase is refused; none when empty. */
  String nextError = "";

  /** Where labels are said to lie; on this server when empty. */
  String labelsAt = "";

  FakeEasyPost at(String url) {
    baseUrl = url;
    return this;
  }

  synchronized List<ObjectNode> shipments() {
    return shipments.values().stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized long refunds(String shipment) {
    return refunds.stream().filter(shipment::equals).count();
  }

  synchronized int rerates() {
    return rerates;
  }

  synchronized Answer answer(String method, String url, String body) {
    String[] path = url.split("/");
    if (url.startsWith("/labels/")) {
      return new Answer(200, LABEL);
    }
    if (path.length < 3 || !path[2].equals("shipments")) {
      return error(404, "NOT_FOUND");
    }
    if (path.length == 3) {
      return method.equals("POST") ? create(body) : error(404, "NOT_FOUND");
    }
    ObjectNode shipment = shipments.get(path[3]);
    if (shipment == null) {
      return error(404, "NOT_FOUND");
    }
    return switch (method + " " + (path.length == 4 ? "" : path[4])) {
      case "GET " -> new Answer(200, shipment.toString());
      case "POST buy" -> buy(shipment, body);
      case "POST rerate" -> rerate(shipment);
      case "POST refund" -> refund(shipment);
      default -> error(404, "NOT_FOUND");
    };
  }

  private Answer create(String body) {
    JsonNode asked = read(body).path("shipment");
    for (String part : List.of("to_address", "from_address", "parcel")) {
      if (!asked.path(part).isObject()) {
        return error(422, "SHIPMENT.INVALID_PARAMS");
      }
    }
    String id = "shp_" + UUID.randomUUID().toString().replace("-", "");
    ObjectNode shipment =
        json.createObjectNode()
            .put("id", id)
            .put("object", "Shipment")
            .put("created_at", now.toString())
            .put("reference", asked.path("reference").asText());
    shipment.set("asked", asked);
    shipment.putNull("postage_label");
    shipment.putNull("tracking_code");
    shipment.putNull("refund_status");
    ArrayNode rates = shipment.putArray("rates");
    if (!asked.path("to_address").path("country").asText().equals("AQ")) {
      rate(rates, "USPS", "Priority", "9.10");
      rate(rates, "USPS", "GroundAdvantage", "6.05");
      rate(rates, "UPS", "Ground", "11.90");
    }
    shipments.put(id, shipment);
    return new Answer(201, shipment.toString());
  }

  private static void rate(ArrayNode rates, String carrier, String service, String price) {
    rates
        .addObject()
        .put("id", "rate_" + UUID.randomUUID().toString().replace("-", ""))
        .put("object", "Rate")
        .put("carrier", carrier)
        .put("service", service)
        .put("rate", price)
        .put("currency", "USD");
  }

  private Answer buy(ObjectNode shipment, String body) {
    if (shipment.path("postage_label").isObject()) {
      return error(422, "SHIPMENT.POSTAGE.EXISTS");
    }
    if (!nextError.isEmpty()) {
      String code = nextError;
      nextError = "";
      return error(code.equals("PAYMENT_REQUIRED") ? 402 : 422, code);
    }
    String rateId = read(body).path("rate").path("id").asText();
    for (JsonNode rate : shipment.path("rates")) {
      if (rate.path("id").asText().equals(rateId)) {
        shipment.set("selected_rate", rate);
        ((ObjectNode) shipment.path("selected_rate")).put("delivery_date", "2026-11-24T00:00:00Z");
        shipment.put("tracking_code", "94" + shipment.path("id").asText().substring(4, 24));
        ObjectNode label = shipment.putObject("postage_label");
        label.put("created_at", now.toString()).put("label_file_type", "application/pdf");
        label.put(
            "label_url",
            (labelsAt.isEmpty() ? baseUrl : labelsAt)
                + "/labels/"
                + shipment.path("id").asText()
                + ".pdf");
        label.putNull("label_pdf_url");
        return new Answer(200, shipment.toString());
      }
    }
    return error(422, "SHIPMENT.MISSING_RATE");
  }

  private Answer rerate(ObjectNode shipment) {
    rerates++;
    return new Answer(200, json.createObjectNode().set("rates", shipment.path("rates")).toString());
  }

  private Answer refund(ObjectNode shipment) {
    if (!shipment.path("postage_label").isObject()
        || shipment.path("refund_status").asText("").equals("submitted")) {
      return error(422, "SHIPMENT.REFUND.UNAVAILABLE");
    }
    if (nextRefund.contains(".")) {
      return error(422, nextRefund);
    }
    String status = nextRefund.isEmpty() ? "submitted" : nextRefund;
    shipment.put("refund_status", status);
    if (!status.equals("rejected")) {
      refunds.add(shipment.path("id").asText());
    }
    return new Answer(200, shipment.toString());
  }

  private Answer error(int status, String code) {
    ObjectNode body = json.createObjectNode();
    body.putObject("error")
        .put("code", code)
        .put("message", "Adelheid Quittenbaum, Sonderburger Zeile 417, cannot be served")
        .putArray("errors");
    return new Answer(status, body.toString());
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      return json.createObjectNode();
    }
  }
}
