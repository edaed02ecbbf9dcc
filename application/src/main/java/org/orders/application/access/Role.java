package org.orders.application.access;

import org.orders.domain.access.Actor;

/** What sort of caller somebody is. */
public enum Role {
  /** Did not say who they are. */
  ANONYMOUS,
  /** Bears the token of one order. */
  GUEST,
  /** Has an account. */
  CUSTOMER,
  /** Runs the shop. */
  ADMIN,
  /** Is an internal application. */
  SERVICE;

  /** The role in which an actor acts; the service itself may what an internal application may. */
  public static Role of(Actor actor) {
    return switch (actor) {
      case Actor.Anonymous _ -> ANONYMOUS;
      case Actor.Guest _ -> GUEST;
      case Actor.Customer _ -> CUSTOMER;
      case Actor.Administrator _ -> ADMIN;
      case Actor.Service _, Actor.System _ -> SERVICE;
    };
  }
}
