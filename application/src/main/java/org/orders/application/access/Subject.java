package org.orders.application.access;

import java.util.UUID;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;

/** Somebody who can come in, as the domain names them. Never a guest, the service, or nobody. */
public sealed interface Subject {

  /** A customer with an account. */
  record Customer(CustomerId customer) implements Subject {}

  /** An administrator. */
  record Administrator(UserId user) implements Subject {}

  /** An internal application. */
  record Service(ClientId client) implements Subject {}

  /** The id as it stands in tokens. */
  default String id() {
    return switch (this) {
      case Customer(var customer) -> customer.value().toString();
      case Administrator(var user) -> user.value().toString();
      case Service(var client) -> client.value();
    };
  }

  default Role role() {
    return switch (this) {
      case Customer _ -> Role.CUSTOMER;
      case Administrator _ -> Role.ADMIN;
      case Service _ -> Role.SERVICE;
    };
  }

  default Actor actor() {
    return switch (this) {
      case Customer(var customer) -> new Actor.Customer(customer);
      case Administrator(var user) -> new Actor.Administrator(user);
      case Service(var client) -> new Actor.Service(client);
    };
  }

  /**
   * The subject that acts.
   *
   * @throws Forbidden when the actor is nobody who can come in
   */
  static Subject of(Actor actor) {
    return switch (actor) {
      case Actor.Customer(var customer) -> new Customer(customer);
      case Actor.Administrator(var user) -> new Administrator(user);
      case Actor.Service(var client) -> new Service(client);
      case Actor.Guest _, Actor.Anonymous _, Actor.System _ -> throw new Forbidden();
    };
  }

  /** The subject with this role and id, as they were kept. */
  static Subject of(Role role, String id) {
    return switch (role) {
      case CUSTOMER -> new Customer(new CustomerId(UUID.fromString(id)));
      case ADMIN -> new Administrator(new UserId(UUID.fromString(id)));
      case SERVICE -> new Service(new ClientId(id));
      case ANONYMOUS, GUEST -> throw new IllegalArgumentException(role + " is no subject");
    };
  }
}
