package org.orders.adapter.easypost;

import java.util.Optional;
import org.orders.adapter.easypost.EasyPostClient.Answer;
import org.orders.domain.fulfilment.LabelRefusal;

/** EasyPost's errors in the words of the house. */
final class EasyPostRefusal {

  private static final int PAYMENT_REQUIRED = 402;
  private static final int UNPROCESSABLE = 422;
  private static final int BAD_REQUEST = 400;

  private EasyPostRefusal() {}

  /**
   * The definite no in an answer. There is none in what may be otherwise the next time: a key that
   * is not accepted, too many requests, a purchase that is still going on or whose carrier did not
   * answer.
   */
  static Optional<LabelRefusal> of(Answer answer) {
    if (answer.status() == PAYMENT_REQUIRED) {
      return Optional.of(LabelRefusal.ACCOUNT_NOT_ALLOWED);
    }
    if (answer.status() != BAD_REQUEST && answer.status() != UNPROCESSABLE) {
      return Optional.empty();
    }
    String code = answer.errorCode();
    return switch (code) {
      case "",
          "SHIPMENT.POSTAGE.EXISTS",
          "SHIPMENT.PURCHASE.IN_PROGRESS",
          "SHIPMENT.POSTAGE.TIMED_OUT",
          "SHIPMENT.POSTAGE.NO_RESPONSE" ->
          Optional.empty();
      case "SHIPMENT.RATES.UNAVAILABLE", "SHIPMENT.MISSING_RATE" ->
          Optional.of(LabelRefusal.SERVICE_NOT_AVAILABLE);
      default -> Optional.of(ofGroup(code));
    };
  }

  private static LabelRefusal ofGroup(String code) {
    if (code.startsWith("ADDRESS.")) {
      return LabelRefusal.ADDRESS_NOT_DELIVERABLE;
    }
    if (code.startsWith("PARCEL.") || code.contains("CUSTOMS")) {
      return LabelRefusal.PARCEL_NOT_ACCEPTED;
    }
    if (code.contains("ACCOUNT") || code.startsWith("BILLING.") || code.startsWith("PAYMENT")) {
      return LabelRefusal.ACCOUNT_NOT_ALLOWED;
    }
    return LabelRefusal.OTHER;
  }
}
