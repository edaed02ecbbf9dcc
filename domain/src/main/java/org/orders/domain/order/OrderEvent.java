package org.orders.domain.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.Reason;

/** Something that happened to an order; all of them together are its history. */
public sealed interface OrderEvent {

  /** The field of a {@link Change} that tells how many pieces of a line have left the house. */
  String SHIPPED = "shipped";

  Instant at();

  Actor actor();

  /** It came to be. */
  record Placed(Instant at, Actor actor) implements OrderEvent {}

  /** Its lines or its destination are other ones now. */
  record Changed(Instant at, Actor actor, List<Change> changes) implements OrderEvent {}

  /** It moved on. */
  record StatusChanged(
      Instant at, Actor actor, OrderStatus from, OrderStatus to, @Nullable Reason reason)
      implements OrderEvent {}

  /** Its fulfilment was halted. */
  record Held(Instant at, Actor actor, @Nullable Reason reason) implements OrderEvent {}

  /** Its fulfilment may go on. */
  record Released(Instant at, Actor actor, @Nullable Reason reason) implements OrderEvent {}

  /** An administrator is in charge of it. */
  record Assigned(Instant at, Actor actor, UserId to, @Nullable Reason reason)
      implements OrderEvent {}

  /** Somebody wrote something down about it. */
  record Noted(Instant at, Actor actor, Reason note) implements OrderEvent {}

  /**
   * What became different.
   *
   * @param field what changed: {@code shippingAddress}, or of the product with {@code sku} its
   *     {@code quantity}, or {@code shipped}: how many of it have left the house
   * @param from the value before; absent where there was none, or where it is personal data
   * @param to the value after; absent likewise
   */
  record Change(String field, @Nullable String sku, @Nullable String from, @Nullable String to) {}
}
