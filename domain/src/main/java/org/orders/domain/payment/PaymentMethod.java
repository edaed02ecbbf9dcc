package org.orders.domain.payment;

import org.jspecify.annotations.Nullable;

/** How a payment is made. */
public sealed interface PaymentMethod {

  /** On account: authorised by the shop's trust, captured when somebody books the transfer. */
  record Invoice() implements PaymentMethod {}

  /** By a card, which the gateway's vault turned into a token while the request was served. */
  record Card(PaymentToken token, CardSummary card) implements PaymentMethod {}

  /** By a token that the caller got from the gateway without us. */
  record Token(PaymentToken token) implements PaymentMethod {}

  /** What a gateway takes the money by; nothing for what no gateway is asked about. */
  default @Nullable PaymentToken gatewayToken() {
    return switch (this) {
      case Invoice() -> null;
      case Card(var token, _) -> token;
      case Token(var token) -> token;
    };
  }
}
