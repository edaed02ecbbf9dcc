package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.customer.AddressJson;
import org.orders.adapter.rest.customer.ProfileJson;
import org.orders.domain.customer.Profile;

/** Somebody who orders once, without an account. */
@RegisterForReflection
public record GuestJson(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 254) String email,
    @NotNull @Size(max = 16) String phone,
    @NotNull @Valid AddressJson address) {

  Profile toProfile() {
    return new ProfileJson(name, email, phone, address).toProfile("/customer");
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "GuestJson[***]";
  }
}
