package org.orders.domain.payment;

import java.util.Locale;

/**
 * Why a card's bank, or the gateway, would not pay: one vocabulary for all gateways. What must not
 * be told to a thief (lost, stolen, suspected of fraud) is a plain {@link #CARD_DECLINED}.
 */
public enum DeclineReason {
  CARD_DECLINED,
  INSUFFICIENT_FUNDS,
  LIMIT_EXCEEDED,
  EXPIRED_CARD,
  INCORRECT_NUMBER,
  INCORRECT_CVC,
  AUTHENTICATION_REQUIRED,
  CURRENCY_NOT_SUPPORTED,
  AMOUNT_NOT_SUPPORTED,
  /** The gateway knows no such token, or it is used up. */
  INVALID_TOKEN,
  /** Something failed on the way to the bank; it may succeed another time. */
  PROCESSING_ERROR,
  OTHER;

  /** The published spelling, such as {@code insufficient_funds}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
