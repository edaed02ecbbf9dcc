package org.orders.adapter.persistence.payment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentEvent;
import org.orders.domain.payment.RefundId;
import org.orders.domain.shared.Money;

/** What consumers of the outbox hear of payments: what happened and where to look. */
final class PaymentEventJson {

  private PaymentEventJson() {}

  static String type(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.Captured _ -> "PAYMENT_CAPTURED";
      case PaymentEvent.Declined _ -> "PAYMENT_DECLINED";
      case PaymentEvent.Refunded _ -> "PAYMENT_REFUNDED";
      case PaymentEvent.RefundFailed _ -> "PAYMENT_REFUND_FAILED";
    };
  }

  static String payload(Payment payment, PaymentEvent event) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("orderId", payment.orderId().value().toString())
            .put("paymentId", payment.id().value().toString())
            .put("status", payment.status().name());
    return switch (event) {
      case PaymentEvent.Captured(_, var amount) -> money(message, amount).toString();
      case PaymentEvent.Declined(_, var reason) ->
          money(message, payment.amount()).put("declineReason", reason.code()).toString();
      case PaymentEvent.Refunded(_, var refund, var amount) ->
          refund(money(message, amount), refund).toString();
      case PaymentEvent.RefundFailed(_, var refund, var amount) ->
          refund(money(message, amount), refund).toString();
    };
  }

  private static ObjectNode money(ObjectNode message, Money amount) {
    return message
        .put("amountMinor", amount.minorUnits())
        .put("currency", amount.currency().getCurrencyCode());
  }

  private static ObjectNode refund(ObjectNode message, RefundId refund) {
    return message.put("refundId", refund.value().toString());
  }
}
