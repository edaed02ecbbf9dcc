package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.ActorJson;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.shared.Reason;

/** Something that happened to an order. */
@RegisterForReflection
public record EventJson(
    Instant at,
    Type type,
    @Nullable String from,
    @Nullable String to,
    @Nullable List<ChangeJson> changes,
    ActorJson actor,
    @Nullable String reason) {

  /** What sort of thing happened. */
  public enum Type {
    PLACED,
    CHANGED,
    STATUS,
    HELD,
    RELEASED,
    ASSIGNED,
    NOTE
  }

  /** What became different; values that are personal data are left out. */
  @RegisterForReflection
  public record ChangeJson(
      String field, @Nullable String sku, @Nullable String from, @Nullable String to) {
    static ChangeJson of(OrderEvent.Change change) {
      return new ChangeJson(change.field(), change.sku(), change.from(), change.to());
    }
  }

  static EventJson of(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Placed _ -> of(event, Type.PLACED, null, null, null, null);
      case OrderEvent.Changed it ->
          of(
              event,
              Type.CHANGED,
              null,
              null,
              it.changes().stream().map(ChangeJson::of).toList(),
              null);
      case OrderEvent.StatusChanged it ->
          of(event, Type.STATUS, it.from().name(), it.to().name(), null, it.reason());
      case OrderEvent.Held it -> of(event, Type.HELD, null, null, null, it.reason());
      case OrderEvent.Released it -> of(event, Type.RELEASED, null, null, null, it.reason());
      case OrderEvent.Assigned it ->
          of(event, Type.ASSIGNED, null, it.to().value().toString(), null, it.reason());
      case OrderEvent.Noted it -> of(event, Type.NOTE, null, null, null, it.note());
    };
  }

  private static EventJson of(
      OrderEvent event,
      Type type,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<ChangeJson> changes,
      @Nullable Reason reason) {
    return new EventJson(
        event.at(),
        type,
        from,
        to,
        changes,
        ActorJson.of(event.actor()),
        reason == null ? null : reason.value());
  }
}
