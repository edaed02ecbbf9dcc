package org.orders.adapter.rest.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.orders.domain.customer.Customer;

/** A customer as callers see them. */
@RegisterForReflection
public record CustomerJson(
    UUID id,
    Customer.Kind kind,
    String name,
    String email,
    String phone,
    AddressJson address,
    Customer.Status status,
    Instant createdAt,
    Instant updatedAt) {

  static CustomerJson of(Customer customer) {
    var profile = customer.profile();
    return new CustomerJson(
        customer.id().value(),
        customer.kind(),
        profile.name().value(),
        profile.email().value(),
        profile.phone().value(),
        AddressJson.of(profile.address()),
        customer.status(),
        customer.createdAt(),
        customer.updatedAt());
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "CustomerJson[" + id + "]";
  }
}
