package org.orders.adapter.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.CardNumber;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.PaymentToken;

/** What happens to a charge. A card's number decides it once; from then on its token carries it. */
enum Scenario {
  CAPTURED(null),
  CARD_DECLINED(DeclineReason.CARD_DECLINED),
  INSUFFICIENT_FUNDS(DeclineReason.INSUFFICIENT_FUNDS),
  EXPIRED_CARD(DeclineReason.EXPIRED_CARD),
  INCORRECT_CVC(DeclineReason.INCORRECT_CVC),
  /** Fails twice, then is captured. */
  FAILS_FOR_A_WHILE(null),
  /** Is captured, but the answer never comes. */
  ANSWER_LOST(null),
  /** The token is none of ours. */
  UNKNOWN_TOKEN(DeclineReason.INVALID_TOKEN);

  private static final String PREFIX = "sim_";

  private static final Map<String, Scenario> BY_NUMBER =
      Map.of(
          "4000000000000002", CARD_DECLINED,
          "4000000000009995", INSUFFICIENT_FUNDS,
          "4000000000000069", EXPIRED_CARD,
          "4000000000000127", INCORRECT_CVC,
          "4000000000000119", FAILS_FOR_A_WHILE,
          "4000000000000341", ANSWER_LOST);

  /** Test tokens that many know by heart. */
  private static final Map<String, Scenario> WELL_KNOWN =
      Map.of(
          "tok_visa", CAPTURED,
          "pm_card_visa", CAPTURED,
          "tok_chargeDeclined", CARD_DECLINED,
          "pm_card_visa_chargeDeclined", CARD_DECLINED,
          "tok_chargeDeclinedInsufficientFunds", INSUFFICIENT_FUNDS,
          "pm_card_visa_chargeDeclinedInsufficientFunds", INSUFFICIENT_FUNDS);

  private final @Nullable DeclineReason decline;

  Scenario(@Nullable DeclineReason decline) {
    this.decline = decline;
  }

  /** Any other valid number is a good card. */
  static Scenario of(CardNumber number) {
    return BY_NUMBER.getOrDefault(number.value(), CAPTURED);
  }

  static Scenario of(PaymentToken token) {
    for (Scenario scenario : values()) {
      if (scenario != UNKNOWN_TOKEN && token.value().startsWith(scenario.prefix())) {
        return scenario;
      }
    }
    return WELL_KNOWN.getOrDefault(token.value(), UNKNOWN_TOKEN);
  }

  /** A fresh token, such as {@code sim_captured_0190f…}. */
  PaymentToken newToken() {
    return new PaymentToken(prefix() + UUID.randomUUID());
  }

  Optional<DeclineReason> decline() {
    return Optional.ofNullable(decline);
  }

  private String prefix() {
    return PREFIX + name().toLowerCase(Locale.ROOT) + "_";
  }
}
