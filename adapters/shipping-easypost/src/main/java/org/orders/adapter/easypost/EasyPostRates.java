package org.orders.adapter.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.ServiceName;

/** The offers of carriers for one parcel. */
record EasyPostRates(JsonNode rates) {

  static EasyPostRates of(JsonNode shipment) {
    return new EasyPostRates(shipment.path("rates"));
  }

  boolean areEmpty() {
    return rates.isEmpty();
  }

  /**
   * EasyPost's id of the cheapest offer.
   *
   * @param service as EasyPost writes it, with or without the carrier before it: {@code Priority},
   *     {@code USPS Priority}; none for any
   */
  Optional<String> cheapest(@Nullable ServiceName service) {
    return StreamSupport.stream(rates.spliterator(), false)
        .filter(rate -> service == null || isOf(rate, service.value()))
        .filter(rate -> !rate.path("id").asText("").isEmpty())
        .min(Comparator.comparing(EasyPostRates::price))
        .map(rate -> rate.path("id").asText());
  }

  private static boolean isOf(JsonNode rate, String service) {
    String name = rate.path("service").asText("");
    return service.equalsIgnoreCase(name)
        || service.equalsIgnoreCase(rate.path("carrier").asText("") + " " + name);
  }

  /** EasyPost writes prices as text, in the account's currency. */
  private static BigDecimal price(JsonNode rate) {
    try {
      return new BigDecimal(rate.path("rate").asText(""));
    } catch (NumberFormatException noPrice) {
      // An offer without a price is taken last.
      return BigDecimal.valueOf(Long.MAX_VALUE);
    }
  }
}
