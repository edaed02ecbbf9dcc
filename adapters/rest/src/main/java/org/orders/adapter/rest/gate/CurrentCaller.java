package org.orders.adapter.rest.gate;

import jakarta.enterprise.context.RequestScoped;
import org.orders.application.access.Caller;
import org.orders.domain.access.Actor;

/** Who sent the present request, as the gate found out. */
@RequestScoped
public class CurrentCaller {

  private Caller caller = Caller.anonymous();

  void set(Caller authenticated) {
    caller = authenticated;
  }

  public Caller get() {
    return caller;
  }

  public Actor actor() {
    return caller.actor();
  }

  /** Whether the caller has no account, so that they buy as a guest. */
  public boolean hasNoAccount() {
    return switch (actor()) {
      case Actor.Anonymous _, Actor.Guest _ -> true;
      case Actor.Customer _, Actor.Administrator _, Actor.Service _, Actor.System _ -> false;
    };
  }

  /** A name for the caller that nobody else has; all who did not say who they are share one. */
  public String name() {
    return switch (actor()) {
      case Actor.Anonymous() -> "anonymous";
      case Actor.Guest(var order) -> "guest:" + order.value();
      case Actor.Customer(var id) -> "customer:" + id.value();
      case Actor.Administrator(var id) -> "admin:" + id.value();
      case Actor.Service(var id) -> "service:" + id.value();
      case Actor.System() -> "system";
    };
  }
}
