package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.adapter.guard.GuardLimits;
import org.orders.adapter.guard.GuardedShippingCarrier;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/**
 * Wires the carriers that are there, each behind its guard; configuration says which is the usual
 * one, and who sends.
 */
@Dependent
class CarrierWiring {

  @Produces
  @Singleton
  ShippingCarriers carriers(
      @Any Instance<ShippingCarrier> all,
      @ConfigProperty(name = "orders.shipping.carrier", defaultValue = "local") String usual,
      @ConfigProperty(name = "orders.shipping.timeout", defaultValue = "60s") Duration timeout,
      @ConfigProperty(name = "orders.shipping.concurrency", defaultValue = "16") int concurrency) {
    GuardLimits limits =
        new GuardLimits(
            timeout,
            concurrency,
            concurrency,
            GuardLimits.USUAL.failureVolume(),
            GuardLimits.USUAL.failureRatio(),
            GuardLimits.USUAL.rest());
    return new ShippingCarriers(
        all.stream().map(carrier -> new GuardedShippingCarrier(carrier, limits)).toList(), usual);
  }

  @Produces
  @Singleton
  Sender sender(
      @ConfigProperty(name = "orders.shipping.sender.name", defaultValue = "Orders") String name,
      @ConfigProperty(name = "orders.shipping.sender.line1", defaultValue = "1 Dock Road")
          String line1,
      @ConfigProperty(name = "orders.shipping.sender.line2") Optional<String> line2,
      @ConfigProperty(name = "orders.shipping.sender.city", defaultValue = "London") String city,
      @ConfigProperty(name = "orders.shipping.sender.region") Optional<String> region,
      @ConfigProperty(name = "orders.shipping.sender.postal-code", defaultValue = "E16 1AA")
          String postalCode,
      @ConfigProperty(name = "orders.shipping.sender.country", defaultValue = "GB") String country,
      @ConfigProperty(name = "orders.shipping.sender.phone", defaultValue = "+442079460000")
          String phone) {
    return new Sender(
        new PersonName(name),
        new Address(
            line1,
            line2.orElse(null),
            city,
            region.orElse(null),
            postalCode,
            new CountryCode(country)),
        new PhoneNumber(phone));
  }
}
