package org.orders.domain.customer;

import java.time.Instant;
import org.orders.domain.access.Actor;
import org.orders.domain.shared.Contact;

/**
 * Somebody who buys: with an account, or as a guest of one order. Never deleted, only made
 * inactive, because orders keep pointing at them.
 *
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Customer(
    CustomerId id,
    Kind kind,
    Profile profile,
    Status status,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Whether the customer can log in. */
  public enum Kind {
    ACCOUNT,
    GUEST
  }

  /** Whether the customer can log in and order. */
  public enum Status {
    ACTIVE,
    INACTIVE
  }

  public static Customer account(CustomerId id, Profile profile, Instant at) {
    return new Customer(id, Kind.ACCOUNT, profile, Status.ACTIVE, at, at, 0);
  }

  public static Customer guest(CustomerId id, Profile profile, Instant at) {
    return new Customer(id, Kind.GUEST, profile, Status.ACTIVE, at, at, 0);
  }

  /**
   * The customer with other particulars.
   *
   * @throws CustomerInactive when the customer has left
   */
  public Customer change(Profile changed, Instant at) {
    requireActive();
    return changed.equals(profile)
        ? this
        : new Customer(id, kind, changed, status, createdAt, at, version);
  }

  /** The customer after leaving; leaving twice changes nothing. */
  public Customer deactivate(Instant at) {
    return isActive()
        ? new Customer(id, kind, profile, Status.INACTIVE, createdAt, at, version)
        : this;
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  public void requireActive() {
    if (!isActive()) {
      throw new CustomerInactive();
    }
  }

  /** Whether the actor may see and change this record: its owner or staff. */
  public boolean isOpenTo(Actor actor) {
    return actor.isStaff() || (actor instanceof Actor.Customer self && self.id().equals(id));
  }

  public Contact contact() {
    return new Contact(profile.name(), profile.email(), profile.phone());
  }
}
