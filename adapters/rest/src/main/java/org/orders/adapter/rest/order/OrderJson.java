package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.customer.AddressJson;
import org.orders.adapter.rest.json.ActorJson;
import org.orders.application.order.OrderActions;
import org.orders.application.order.OrderView;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentStatus;

/**
 * An order as one caller sees it.
 *
 * @param productId where there is exactly one line, as is {@code quantity}
 * @param onHold for staff only, as is {@code trackingNumber}
 * @param notes for administrators only, and not in lists
 */
@RegisterForReflection
public record OrderJson(
    UUID id,
    String number,
    @Nullable String reference,
    UUID customerId,
    OrderStatus status,
    List<OrderItemJson> items,
    @Nullable UUID productId,
    @Nullable Integer quantity,
    BigDecimal totalAmount,
    String currency,
    AddressJson shippingAddress,
    ContactJson contact,
    @Nullable UUID paymentId,
    @Nullable PaymentStatus paymentStatus,
    @Nullable UUID managedBy,
    Instant placedAt,
    Instant updatedAt,
    List<String> allowedActions,
    @Nullable Boolean onHold,
    @Nullable String trackingNumber,
    @Nullable List<NoteJson> notes) {

  /** Something an administrator wrote down about an order. */
  @RegisterForReflection
  public record NoteJson(Instant at, ActorJson actor, String text) {
    static NoteJson of(OrderView.Note note) {
      return new NoteJson(note.at(), ActorJson.of(note.actor()), note.text().value());
    }
  }

  public static OrderJson of(OrderView view, Actor actor) {
    boolean reader = actor instanceof Actor.Administrator;
    return of(view, actor, reader ? view.notes().stream().map(NoteJson::of).toList() : null);
  }

  /** The order as a line of a list. */
  public static OrderJson listed(OrderView view, Actor actor) {
    return of(view, actor, null);
  }

  private static OrderJson of(OrderView view, Actor actor, @Nullable List<NoteJson> notes) {
    Order order = view.order();
    Payment payment = view.payment();
    List<OrderItem> items = order.lines().items();
    OrderItem only = items.size() == 1 ? items.getFirst() : null;
    return new OrderJson(
        order.id().value(),
        order.number().value(),
        order.reference() == null ? null : order.reference().value(),
        order.customerId().value(),
        order.status(),
        items.stream().map(OrderItemJson::of).toList(),
        only == null ? null : only.productId().value(),
        only == null ? null : only.quantity(),
        order.total().amount(),
        order.total().currency().getCurrencyCode(),
        AddressJson.of(order.shippingAddress()),
        ContactJson.of(order.contact()),
        payment == null ? null : payment.id().value(),
        payment == null ? null : payment.status(),
        order.managedBy() == null ? null : order.managedBy().value(),
        order.placedAt(),
        order.updatedAt(),
        allowedActions(view, actor),
        actor.isStaff() ? order.onHold() : null,
        actor.isStaff() ? trackingNumber(order.state()) : null,
        notes);
  }

  private static List<String> allowedActions(OrderView view, Actor actor) {
    return OrderActions.of(view, actor).stream()
        .filter(OrderActions.Action::allowed)
        .map(action -> action.name().value())
        .toList();
  }

  private static @Nullable String trackingNumber(OrderState state) {
    TrackingNumber number = state.trackingNumber();
    return number == null ? null : number.value();
  }

  /** Says nothing of the people. */
  @Override
  public String toString() {
    return "OrderJson[" + id + "]";
  }
}
