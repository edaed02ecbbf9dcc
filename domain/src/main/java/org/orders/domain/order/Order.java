package org.orders.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.OrderState.Outcome;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/**
 * An order. It is immutable: each decision answers the order as it is then, together with what
 * happened and what that does to stock.
 *
 * @param reference the caller's own name for it
 * @param onHold whether somebody halted its fulfilment
 * @param managedBy the administrator in charge
 * @param movedAt when its state last changed
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Order(
    OrderId id,
    OrderNumber number,
    @Nullable Reference reference,
    CustomerId customerId,
    OrderState state,
    OrderLines lines,
    Address shippingAddress,
    Contact contact,
    boolean onHold,
    @Nullable UserId managedBy,
    Instant placedAt,
    Instant updatedAt,
    Instant movedAt,
    long version) {

  /** How long the bearer of a guest's token owns the order after its last transition. */
  public static final Duration GUEST_ACCESS = Duration.ofDays(90);

  /** What an order is placed with. */
  public record Draft(
      OrderId id,
      OrderNumber number,
      @Nullable Reference reference,
      CustomerId customerId,
      OrderLines lines,
      Address shippingAddress,
      Contact contact) {}

  /**
   * The order, with its stock reserved until it lapses. Where nothing is to be paid it is confirmed
   * at once.
   *
   * @param timeToPay how long it waits for payment
   */
  public static OrderDecision place(Draft draft, Duration timeToPay, Actor actor, Instant at) {
    Order placed =
        new Order(
            draft.id,
            draft.number,
            draft.reference,
            draft.customerId,
            new OrderState.Pending(at.plus(timeToPay)),
            draft.lines,
            draft.shippingAddress,
            draft.contact,
            false,
            null,
            at,
            at,
            at,
            0);
    return OrderDecision.of(placed, new OrderEvent.Placed(at, actor))
        .withStock(draft.lines.reservation(), "order placed")
        .then(order -> order.confirmIfFree(actor, at));
  }

  /**
   * The order with other lines, which is possible while it waits for payment.
   *
   * @throws IllegalTransition once it is paid, shipped or cancelled
   */
  public OrderDecision changeLines(OrderLines changed, Actor actor, Instant at) {
    if (changed.equals(lines)) {
      return OrderDecision.none(this);
    }
    if (status() != OrderStatus.PENDING) {
      throw new IllegalTransition(status(), "items");
    }
    Order order = with(state, changed, shippingAddress, at);
    return OrderDecision.of(order, new OrderEvent.Changed(at, actor, changed.differenceFrom(lines)))
        .withStock(changed.reservationBeyond(lines), "order changed")
        .then(next -> next.confirmIfFree(actor, at));
  }

  /**
   * The order to another destination, which is possible until fulfilment begins.
   *
   * @throws IllegalTransition once fulfilment began or the order is cancelled
   */
  public OrderDecision changeAddress(Address changed, Actor actor, Instant at) {
    if (changed.equals(shippingAddress)) {
      return OrderDecision.none(this);
    }
    if (!acceptsAddress()) {
      throw new IllegalTransition(status(), "shippingAddress");
    }
    Order order = with(state, lines, changed, at);
    var change = new OrderEvent.Change("shippingAddress", null, null, null);
    return OrderDecision.of(order, new OrderEvent.Changed(at, actor, List.of(change)));
  }

  /**
   * The order moved on by the trigger; stock follows when it is given up.
   *
   * @throws IllegalTransition when the state machine has no such transition
   * @throws OnHold when it would be fulfilled although somebody halted that
   * @throws IllegalArgumentException for what {@link #ship} is for
   */
  public OrderDecision on(Trigger trigger, Actor actor, @Nullable Reason reason, Instant at) {
    if (trigger instanceof Trigger.Ship) {
      throw new IllegalArgumentException("it is pieces that ship");
    }
    return switch (OrderState.decide(state, trigger)) {
      case Outcome.Refused(var from, var to) -> throw new IllegalTransition(from, to);
      case Outcome.Stays() -> OrderDecision.none(this);
      case Outcome.Moved(var to) -> {
        if (onHold && isFulfilment(trigger)) {
          throw new OnHold();
        }
        yield OrderDecision.of(
                moved(to, at),
                new OrderEvent.StatusChanged(at, actor, status(), to.status(), reason))
            .withStock(stockAfter(to), stockReason(trigger));
      }
    };
  }

  /**
   * The order without some pieces, which leave the house and are reserved no longer. Once nothing
   * is left it is shipped.
   *
   * @param leaving the pieces; of none more than are left
   * @param before those that left already
   * @throws IllegalTransition when it is not being fulfilled
   * @throws OnHold when somebody halted its fulfilment
   */
  public OrderDecision ship(
      Pieces leaving,
      Pieces before,
      @Nullable TrackingNumber tracking,
      Actor actor,
      @Nullable Reason reason,
      Instant at) {
    Pieces gone = before.plus(leaving);
    if (leaving.isEmpty() || !gone.fitsInto(lines.pieces())) {
      throw new IllegalArgumentException("what ships is there and has not shipped yet");
    }
    OrderState to =
        switch (OrderState.decide(state, new Trigger.Ship(at, tracking))) {
          case Outcome.Moved(var next) -> next;
          case Outcome.Refused(var from, var wanted) -> throw new IllegalTransition(from, wanted);
          case Outcome.Stays() -> throw new IllegalTransition(status(), OrderStatus.SHIPPED);
        };
    if (onHold) {
      throw new OnHold();
    }
    boolean last = lines.pieces().fitsInto(gone);
    OrderDecision decision =
        last
            ? OrderDecision.of(
                moved(to, at),
                new OrderEvent.StatusChanged(at, actor, status(), to.status(), reason))
            : OrderDecision.of(
                with(state, lines, shippingAddress, at),
                new OrderEvent.Changed(at, actor, lines.departure(leaving, before)));
    return decision.withStock(lines.shipment(leaving), "order shipped");
  }

  /** The order with its fulfilment halted. */
  public OrderDecision hold(Actor actor, @Nullable Reason reason, Instant at) {
    if (onHold) {
      return OrderDecision.none(this);
    }
    if (!state.holdsStock()) {
      throw new IllegalTransition(status(), "hold");
    }
    return OrderDecision.of(with(true, managedBy, at), new OrderEvent.Held(at, actor, reason));
  }

  /** The order with its fulfilment free to go on. */
  public OrderDecision release(Actor actor, @Nullable Reason reason, Instant at) {
    return onHold
        ? OrderDecision.of(with(false, managedBy, at), new OrderEvent.Released(at, actor, reason))
        : OrderDecision.none(this);
  }

  /** The order with an administrator in charge. */
  public OrderDecision assign(
      UserId administrator, Actor actor, @Nullable Reason reason, Instant at) {
    return administrator.equals(managedBy)
        ? OrderDecision.none(this)
        : OrderDecision.of(
            with(onHold, administrator, at),
            new OrderEvent.Assigned(at, actor, administrator, reason));
  }

  /** The order with the acting administrator in charge, where nobody is yet. */
  public OrderDecision takeCharge(Actor actor, Instant at) {
    return managedBy == null && actor instanceof Actor.Administrator(var id)
        ? assign(id, actor, null, at)
        : OrderDecision.none(this);
  }

  /** The order with something written down about it. */
  public OrderDecision note(Reason note, Actor actor, Instant at) {
    return OrderDecision.of(with(onHold, managedBy, at), new OrderEvent.Noted(at, actor, note));
  }

  public OrderStatus status() {
    return state.status();
  }

  public Money total() {
    return lines.total();
  }

  /** Whether its destination can still be another one. */
  public boolean acceptsAddress() {
    return status() == OrderStatus.PENDING || status() == OrderStatus.CONFIRMED;
  }

  /** Whether the actor may see and act on this order at this time: its owner or staff. */
  public boolean isOpenTo(Actor actor, Instant at) {
    return switch (actor) {
      case Actor.Customer(var customer) -> customer.equals(customerId);
      case Actor.Guest(var order) -> order.equals(id) && at.isBefore(movedAt.plus(GUEST_ACCESS));
      case Actor.Anonymous() -> false;
      case Actor.Administrator _, Actor.Service _, Actor.System _ -> true;
    };
  }

  private OrderDecision confirmIfFree(Actor actor, Instant at) {
    return total().isZero()
        ? on(new Trigger.Confirm(at), actor, null, at)
        : OrderDecision.none(this);
  }

  private static boolean isFulfilment(Trigger trigger) {
    return switch (trigger) {
      case Trigger.BeginFulfilment _, Trigger.Ship _, Trigger.Deliver _ -> true;
      case Trigger.Confirm _, Trigger.Cancel _, Trigger.Expire _ -> false;
    };
  }

  private List<StockChange> stockAfter(OrderState next) {
    return next instanceof OrderState.Cancelled ? lines.release() : List.of();
  }

  private static String stockReason(Trigger trigger) {
    return trigger instanceof Trigger.Expire ? "order expired" : "order cancelled";
  }

  private Order moved(OrderState next, Instant at) {
    return new Order(
        id,
        number,
        reference,
        customerId,
        next,
        lines,
        shippingAddress,
        contact,
        onHold && next.holdsStock(),
        managedBy,
        placedAt,
        at,
        at,
        version);
  }

  private Order with(OrderState next, OrderLines items, Address destination, Instant at) {
    return new Order(
        id,
        number,
        reference,
        customerId,
        next,
        items,
        destination,
        contact,
        onHold,
        managedBy,
        placedAt,
        at,
        movedAt,
        version);
  }

  private Order with(boolean held, @Nullable UserId administrator, Instant at) {
    return new Order(
        id,
        number,
        reference,
        customerId,
        state,
        lines,
        shippingAddress,
        contact,
        held,
        administrator,
        placedAt,
        at,
        movedAt,
        version);
  }
}
