package org.orders.adapter.rest;

import static org.orders.adapter.rest.Shop.CUSTOMERS;
import static org.orders.adapter.rest.Shop.IDEMPOTENCY;
import static org.orders.adapter.rest.Shop.NOW;
import static org.orders.adapter.rest.Shop.customer;
import static org.orders.adapter.rest.Shop.nextId;
import static org.orders.adapter.rest.Shop.slice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.orders.application.access.AccessTokens;
import org.orders.application.access.AuthenticateBearer;
import org.orders.application.access.Caller;
import org.orders.application.access.ChangePassword;
import org.orders.application.access.ChangeWishes;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.IssueClientToken;
import org.orders.application.access.LogIn;
import org.orders.application.access.LogOut;
import org.orders.application.access.PublicKeys;
import org.orders.application.access.ReadWishes;
import org.orders.application.access.RefreshSession;
import org.orders.application.access.RequestPasswordReset;
import org.orders.application.access.ResetPassword;
import org.orders.application.access.ResetTokenInvalid;
import org.orders.application.access.Role;
import org.orders.application.access.SessionId;
import org.orders.application.access.Tokens;
import org.orders.application.access.Wishes;
import org.orders.application.customer.ChangeCustomer;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.customer.ReadCustomers;
import org.orders.application.customer.RegisterCustomer;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;

/**
 * People behind the driving ports, and how they come in. Tokens say in plain words who their bearer
 * is: {@code admin}, {@code service}, {@code customer:<id>}, {@code guest:<order id>}.
 */
@Dependent
class StubPeople {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Produces
  @Singleton
  Fingerprints fingerprints() {
    return content -> "hash-" + content.hashCode() + "-" + content.length();
  }

  @Produces
  @Singleton
  AuthenticateBearer authenticateBearer() {
    return token -> {
      String[] parts = token.split(":");
      SessionId session = new SessionId(Samples.id(1));
      return switch (parts[0]) {
        case "admin" -> new Caller(Samples.ADMINISTRATOR, Role.ADMIN, session);
        case "service" -> new Caller(Samples.SERVICE, Role.SERVICE, session);
        case "customer" ->
            new Caller(
                new Actor.Customer(new CustomerId(UUID.fromString(parts[1]))),
                Role.CUSTOMER,
                session);
        case "guest" ->
            new Caller(new Actor.Guest(new OrderId(UUID.fromString(parts[1]))), Role.GUEST, null);
        default -> throw new InvalidToken();
      };
    };
  }

  @Produces
  @Singleton
  AccessTokens accessTokens() {
    return new AccessTokens() {
      @Override
      public String issue(
          org.orders.application.access.Subject subject,
          SessionId session,
          Instant at,
          java.time.Duration lifetime) {
        throw new UnsupportedOperationException();
      }

      @Override
      public String issueForOrder(OrderId order, Instant placedAt) {
        return "guest:" + order.value();
      }

      @Override
      public Caller read(String token, Instant now) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Produces
  @Singleton
  LogIn logIn() {
    return command -> {
      if (!command.password().equals("correct horse")) {
        throw new InvalidCredentials();
      }
      return new Tokens("admin", "refresh", 900);
    };
  }

  @Produces
  @Singleton
  RefreshSession refreshSession() {
    return token -> {
      throw new InvalidToken();
    };
  }

  @Produces
  @Singleton
  LogOut logOut() {
    return caller -> {};
  }

  @Produces
  @Singleton
  ChangePassword changePassword() {
    return (caller, current, next) -> {};
  }

  @Produces
  @Singleton
  RequestPasswordReset requestPasswordReset() {
    return email -> {};
  }

  @Produces
  @Singleton
  ResetPassword resetPassword() {
    return (token, password) -> {
      if (!token.equals("from-a-mail")) {
        throw new ResetTokenInvalid();
      }
    };
  }

  @Produces
  @Singleton
  IssueClientToken issueClientToken() {
    return (id, secret, address) -> {
      if (!id.equals("warehouse") || !secret.equals("s3cret")) {
        throw new InvalidCredentials();
      }
      return new Tokens("service", null, 3600);
    };
  }

  @Produces
  @Singleton
  PublicKeys publicKeys() {
    return () -> "{\"keys\":[]}";
  }

  @Produces
  @Singleton
  RegisterCustomer registerCustomer() {
    return (command, once) ->
        IDEMPOTENCY.perform(
            once,
            () -> {
              var customer = Customer.account(new CustomerId(nextId()), command.profile(), NOW);
              CUSTOMERS.put(customer.id(), customer);
              return customer;
            });
  }

  @Produces
  @Singleton
  ReadCustomers readCustomers() {
    return new ReadCustomers() {
      @Override
      public Customer read(Actor actor, CustomerId id) {
        return customer(actor, id);
      }

      @Override
      public Page<Customer> list(CustomerFilter filter, PageRequest page) {
        return slice(List.copyOf(CUSTOMERS.values()), page);
      }
    };
  }

  @Produces
  @Singleton
  ChangeCustomer changeCustomer() {
    return (command, once) -> {
      Customer present = customer(command.actor(), command.customer());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Customer changed = present.change(command.change().apply(present.profile()), NOW);
            CUSTOMERS.put(changed.id(), changed);
            return changed;
          });
    };
  }

  @Produces
  @Singleton
  DeactivateCustomer deactivateCustomer() {
    return command -> {
      Customer present = customer(command.actor(), command.customer());
      command.precondition().check(present);
      CUSTOMERS.put(present.id(), present.deactivate(NOW));
    };
  }

  @Produces
  @Singleton
  ReadWishes readWishes() {
    return actor -> Wishes.NONE;
  }

  @Produces
  @Singleton
  ChangeWishes changeWishes() {
    return (command, once) -> IDEMPOTENCY.perform(once, command::wishes);
  }
}
