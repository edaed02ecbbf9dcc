package org.orders.application.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Payment;

/** What a caller can do with an order now, and why not the rest. */
public final class OrderActions {

  private OrderActions() {}

  /** Everything that can be done with orders at some time or other. */
  public enum Name {
    UPDATE,
    CANCEL,
    PAY,
    FULFIL,
    DELIVER,
    RETURN,
    REFUND,
    HOLD,
    RELEASE;

    /** The name as callers see it. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An action and whether it is allowed now.
   *
   * @param reason why it is not; nothing where it is
   */
  public record Action(Name name, @Nullable String reason) {

    public boolean allowed() {
      return reason == null;
    }
  }

  /** Every action with its answer for this actor, in the order of {@link Name}. */
  public static List<Action> of(OrderView view, Actor actor) {
    return Arrays.stream(Name.values())
        .map(name -> new Action(name, refusal(name, view, actor)))
        .toList();
  }

  private static @Nullable String refusal(Name name, OrderView view, Actor actor) {
    Order order = view.order();
    return switch (name) {
      case UPDATE -> order.acceptsAddress() ? null : "The order is " + order.status() + ".";
      case CANCEL -> cancelRefusal(view);
      case PAY -> payRefusal(order, view.payment());
      case FULFIL -> staffOnly(actor, fulfilRefusal(view));
      case DELIVER -> staffOnly(actor, deliverRefusal(view));
      case RETURN ->
          view.progress().returnable() ? null : "Nothing was delivered that could come back.";
      case REFUND -> staffOnly(actor, refundRefusal(view.payment()));
      case HOLD -> administratorOnly(actor, holdRefusal(order));
      case RELEASE -> administratorOnly(actor, order.onHold() ? null : "The order is not on hold.");
    };
  }

  private static @Nullable String cancelRefusal(OrderView view) {
    Order order = view.order();
    if (order.status() == OrderStatus.CANCELLED) {
      return "The order is cancelled already.";
    }
    if (!order.state().holdsStock()) {
      return "The order is " + order.status() + ".";
    }
    return view.progress().shippedInPart() ? "A part of the order is on its way already." : null;
  }

  private static @Nullable String payRefusal(Order order, @Nullable Payment payment) {
    if (order.status() == OrderStatus.CANCELLED) {
      return "The order is cancelled.";
    }
    if (order.status() != OrderStatus.PENDING) {
      return "The order is paid already.";
    }
    return payment != null && payment.isInProgress() ? "A payment is in progress." : null;
  }

  private static @Nullable String refundRefusal(@Nullable Payment payment) {
    return payment == null || payment.refundable().isZero() ? "Nothing is left to refund." : null;
  }

  private static @Nullable String fulfilRefusal(OrderView view) {
    Order order = view.order();
    if (order.status() != OrderStatus.CONFIRMED && order.status() != OrderStatus.PROCESSING) {
      return "The order is " + order.status() + ".";
    }
    if (view.progress().nothingLeft() && !view.progress().refused()) {
      return "Everything is being shipped.";
    }
    return order.onHold() ? "The order is on hold." : null;
  }

  private static @Nullable String deliverRefusal(OrderView view) {
    OrderStatus status = view.order().status();
    if (status != OrderStatus.SHIPPED) {
      return status == OrderStatus.PROCESSING && view.progress().underWay()
          ? "Only single shipments of the order are under way."
          : "The order is " + status + ".";
    }
    return view.progress().underWay() ? null : "Nothing of the order is under way.";
  }

  private static @Nullable String holdRefusal(Order order) {
    if (order.onHold()) {
      return "The order is on hold already.";
    }
    return order.state().holdsStock() ? null : "The order is " + order.status() + ".";
  }

  private static @Nullable String staffOnly(Actor actor, @Nullable String refusal) {
    return actor.isStaff() ? refusal : "Only the shop can do this.";
  }

  private static @Nullable String administratorOnly(Actor actor, @Nullable String refusal) {
    return actor instanceof Actor.Administrator ? refusal : "Only administrators can do this.";
  }
}
