package org.orders.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.domain.Samples;
import org.orders.domain.order.OrderState.Trigger;

/** One order state of each kind, and every trigger with each of its outcomes. */
public final class OrderStateSamples {

  static final Instant EXPIRES = Samples.NOW.plus(Duration.ofMinutes(30));
  static final Instant CONFIRMED = Samples.NOW.plus(Duration.ofMinutes(1));
  static final Instant STARTED = Samples.NOW.plus(Duration.ofMinutes(2));
  static final Instant SHIPPED = Samples.NOW.plus(Duration.ofMinutes(3));
  static final Instant DELIVERED = Samples.NOW.plus(Duration.ofMinutes(4));
  static final Instant CANCELLED = Samples.NOW.plus(Duration.ofMinutes(5));
  static final Instant LATER = Samples.NOW.plus(Duration.ofMinutes(10));
  static final TrackingNumber TRACKING = new TrackingNumber("TRK 1");

  private OrderStateSamples() {}

  public static OrderState pending() {
    return new OrderState.Pending(EXPIRES);
  }

  public static OrderState confirmed() {
    return new OrderState.Confirmed(CONFIRMED);
  }

  public static OrderState processing() {
    return new OrderState.Processing(CONFIRMED, STARTED);
  }

  public static OrderState shipped() {
    return new OrderState.Shipped(CONFIRMED, SHIPPED, TRACKING);
  }

  public static OrderState delivered() {
    return new OrderState.Delivered(CONFIRMED, SHIPPED, TRACKING, DELIVERED);
  }

  public static OrderState cancelled() {
    return new OrderState.Cancelled(CANCELLED);
  }

  public static List<OrderState> states() {
    return List.of(pending(), confirmed(), processing(), shipped(), delivered(), cancelled());
  }

  /** By the names that the specification and the diagram give them. */
  static Map<String, Trigger> triggers() {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    triggers.put("confirm", new Trigger.Confirm(LATER));
    triggers.put("begin fulfilment", new Trigger.BeginFulfilment(LATER));
    triggers.put("ship", new Trigger.Ship(LATER, TRACKING));
    triggers.put("deliver", new Trigger.Deliver(LATER));
    triggers.put("cancel", new Trigger.Cancel(LATER));
    triggers.put("look for lapse", new Trigger.Expire(EXPIRES.minusNanos(1_000)));
    triggers.put("lapse", new Trigger.Expire(EXPIRES));
    return triggers;
  }
}
