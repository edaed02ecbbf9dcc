package org.orders.adapter.rest.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;

/** A postal address on the wire. */
@RegisterForReflection
public record AddressJson(
    @NotBlank @Size(max = 200) String line1,
    @Size(max = 200) @Nullable String line2,
    @NotBlank @Size(max = 200) String city,
    @Size(max = 200) @Nullable String region,
    @NotBlank @Size(max = 20) String postalCode,
    @NotNull @Size(min = 2, max = 2) String country) {

  public static AddressJson of(Address address) {
    return new AddressJson(
        address.line1(),
        address.line2(),
        address.city(),
        address.region(),
        address.postalCode(),
        address.country().value());
  }

  public Address toAddress() {
    return new Address(line1, line2, city, region, postalCode, new CountryCode(country));
  }

  /** Says nothing of where somebody lives. */
  @Override
  public String toString() {
    return "AddressJson[***]";
  }
}
