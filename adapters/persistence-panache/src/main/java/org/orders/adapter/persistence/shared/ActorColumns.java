package org.orders.adapter.persistence.shared;

import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;

/** An actor as two columns say it. A guest without id is somebody who had no token yet. */
public record ActorColumns(String type, @Nullable String id) {

  public static ActorColumns of(Actor actor) {
    return switch (actor) {
      case Actor.Customer(var id) -> new ActorColumns("CUSTOMER", id.value().toString());
      case Actor.Guest(var order) -> new ActorColumns("GUEST", order.value().toString());
      case Actor.Anonymous() -> new ActorColumns("GUEST", null);
      case Actor.Administrator(var id) -> new ActorColumns("ADMIN", id.value().toString());
      case Actor.Service(var id) -> new ActorColumns("SERVICE", id.value());
      case Actor.System() -> new ActorColumns("SYSTEM", null);
    };
  }

  public static Actor read(SqlRow row) throws SQLException {
    return new ActorColumns(row.text("actor_type"), row.textOrNull("actor_id")).actor();
  }

  private Actor actor() {
    if (id == null) {
      return type.equals("GUEST") ? new Actor.Anonymous() : new Actor.System();
    }
    return switch (type) {
      case "CUSTOMER" -> new Actor.Customer(new CustomerId(UUID.fromString(id)));
      case "GUEST" -> new Actor.Guest(new OrderId(UUID.fromString(id)));
      case "ADMIN" -> new Actor.Administrator(new UserId(UUID.fromString(id)));
      case "SERVICE" -> new Actor.Service(new ClientId(id));
      default -> throw new IllegalStateException("unknown type of actor " + type);
    };
  }
}
