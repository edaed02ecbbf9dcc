package org.orders.adapter.rest.json;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;

/** Who did something, as history shows it. */
@RegisterForReflection
public record ActorJson(Type type, @Nullable String id) {

  /** What sort of actor it is. */
  public enum Type {
    CUSTOMER,
    GUEST,
    ADMIN,
    SERVICE,
    SYSTEM
  }

  public static ActorJson of(Actor actor) {
    return switch (actor) {
      case Actor.Customer(var id) -> new ActorJson(Type.CUSTOMER, id.value().toString());
      case Actor.Guest _, Actor.Anonymous _ -> new ActorJson(Type.GUEST, null);
      case Actor.Administrator(var id) -> new ActorJson(Type.ADMIN, id.value().toString());
      case Actor.Service(var id) -> new ActorJson(Type.SERVICE, id.value());
      case Actor.System() -> new ActorJson(Type.SYSTEM, null);
    };
  }
}
