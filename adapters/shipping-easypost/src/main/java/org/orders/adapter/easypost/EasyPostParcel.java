package org.orders.adapter.easypost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/**
 * A request in EasyPost's words. Of the recipient it tells what a carrier needs: no e-mail address.
 *
 * @param boxOunces what an empty box weighs
 * @param pieceOunces what a piece weighs, because products here have no weights
 * @param inches length, width and height of the box
 * @param carrierAccounts EasyPost's ids of the accounts to ask; none for all
 */
record EasyPostParcel(
    Sender sender,
    BigDecimal boxOunces,
    BigDecimal pieceOunces,
    List<BigDecimal> inches,
    List<String> carrierAccounts) {

  private static final int DESCRIPTION = 50;

  EasyPostParcel {
    inches = List.copyOf(inches);
    carrierAccounts = List.copyOf(carrierAccounts);
    if (inches.size() != 3) {
      throw new IllegalArgumentException(
          "orders.shipping.easypost.box-inches must be length,width,height");
    }
  }

  ObjectNode of(LabelRequest request, ObjectNode body) {
    ObjectNode shipment = body.putObject("shipment");
    shipment.put("reference", request.shipment().value().toString());
    address(
        shipment.putObject("to_address"),
        request.recipient().name(),
        request.destination(),
        request.recipient().phone());
    address(shipment.putObject("from_address"), sender.name(), sender.address(), sender.phone());
    parcel(shipment.putObject("parcel"), request);
    if (!request.destination().country().equals(sender.address().country())) {
      customs(shipment.putObject("customs_info"), request);
    }
    shipment
        .putObject("options")
        .put("label_format", "PDF")
        .put("label_size", "4x6")
        .put("invoice_number", request.order().value())
        .put("print_custom_1", request.order().value());
    if (!carrierAccounts.isEmpty()) {
      ArrayNode accounts = shipment.putArray("carrier_accounts");
      carrierAccounts.forEach(accounts::add);
    }
    return body;
  }

  private static void address(ObjectNode to, PersonName name, Address address, PhoneNumber phone) {
    to.put("name", name.value()).put("street1", address.line1());
    if (address.line2() != null) {
      to.put("street2", address.line2());
    }
    to.put("city", address.city());
    if (address.region() != null) {
      to.put("state", address.region());
    }
    to.put("zip", address.postalCode())
        .put("country", address.country().value())
        .put("phone", phone.value());
  }

  private void parcel(ObjectNode parcel, LabelRequest request) {
    long pieces = request.lines().stream().mapToLong(LabelRequest.Line::quantity).sum();
    parcel
        .put("weight", boxOunces.add(weight(pieces)))
        .put("length", inches.get(0))
        .put("width", inches.get(1))
        .put("height", inches.get(2));
  }

  private BigDecimal weight(long pieces) {
    return pieceOunces.multiply(BigDecimal.valueOf(pieces));
  }

  private void customs(ObjectNode customs, LabelRequest request) {
    customs
        .put("contents_type", "merchandise")
        .put("restriction_type", "none")
        .put("non_delivery_option", "return")
        .put("eel_pfc", "NOEEI 30.37(a)")
        .put("customs_certify", true)
        .put("customs_signer", sender.name().value());
    ArrayNode items = customs.putArray("customs_items");
    for (LabelRequest.Line line : request.lines()) {
      items
          .addObject()
          .put("description", shortened(line.name().value()))
          .put("code", line.sku().value())
          .put("quantity", line.quantity())
          .put("weight", weight(line.quantity()))
          .put("value", line.unitPrice().times(line.quantity()).amount())
          .put("currency", line.unitPrice().currency().getCurrencyCode())
          .put("origin_country", sender.address().country().value());
    }
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= DESCRIPTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, DESCRIPTION));
  }
}
