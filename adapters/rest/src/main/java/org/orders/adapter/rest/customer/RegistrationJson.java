package org.orders.adapter.rest.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.application.access.Password;
import org.orders.application.customer.RegisterCustomer;

/** Somebody who opens an account. */
@Body
@RegisterForReflection
public record RegistrationJson(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 254) String email,
    @NotNull @Size(max = 16) String phone,
    @NotNull @Valid AddressJson address,
    @Size(min = 8, max = 200) @Nullable String password) {

  RegisterCustomer.Command toCommand() {
    return new RegisterCustomer.Command(
        new ProfileJson(name, email, phone, address).toProfile(""),
        password == null ? null : new Password(password));
  }

  /** Says nothing of the person, nor the password. */
  @Override
  public String toString() {
    return "RegistrationJson[***]";
  }
}
