package org.orders.application.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.PaymentStatus;

/** The shop as it should be, as simple as can be: no transactions, no events, plain numbers. */
final class ModelShop {

  private static final int MINUTES_TO_PAY = 30;

  /** A product as it should be. */
  static final class Goods {
    int cents;
    boolean active = true;
    long inventory;
    long reserved;
    long shipped;

    /** All that ever came in, less what was taken out by hand. */
    long supplied;

    int threshold;
    boolean alert;
    private long noticedInventory;
    private int noticedLevel;

    /** With so many or fewer it is low; what is not sold is never low. */
    private int level() {
      return active ? threshold : -1;
    }
  }

  private record Sold(int cents, int quantity) {}

  /** An order as it should be. */
  static final class Deal {
    Map<Integer, Sold> lines = new LinkedHashMap<>();
    OrderStatus status = OrderStatus.PENDING;
    boolean held;
    int placedAt;
    Optional<PaymentStatus> payment = Optional.empty();

    long total() {
      return lines.values().stream().mapToLong(it -> (long) it.cents * it.quantity).sum();
    }

    Map<Integer, Integer> quantities() {
      Map<Integer, Integer> quantities = new LinkedHashMap<>();
      lines.forEach((product, sold) -> quantities.put(product, sold.quantity));
      return quantities;
    }

    boolean holdsStock() {
      return switch (status) {
        case PENDING, CONFIRMED, PROCESSING -> true;
        case SHIPPED, DELIVERED, CANCELLED -> false;
      };
    }
  }

  final List<Goods> goods = new ArrayList<>();
  final List<Deal> deals = new ArrayList<>();
  private int now;

  void create(int cents, int pieces) {
    Goods created = new Goods();
    created.cents = cents;
    created.inventory = pieces;
    created.supplied = pieces;
    created.noticedInventory = pieces;
    goods.add(created);
  }

  boolean reprice(int product, int cents) {
    Goods it = goods.get(product);
    if (it.active) {
      it.cents = cents;
    }
    return it.active;
  }

  boolean discontinue(int product) {
    goods.get(product).active = false;
    return true;
  }

  boolean watch(int product, int threshold) {
    Goods it = goods.get(product);
    if (it.active) {
      it.threshold = threshold;
    }
    return it.active;
  }

  /** Opens and closes alerts, after each step. */
  void notice() {
    for (Goods it : goods) {
      boolean fell = it.noticedInventory > it.noticedLevel || it.noticedLevel != it.level();
      if (it.inventory > it.level()) {
        it.alert = false;
      } else if (fell) {
        it.alert = true;
      }
      it.noticedInventory = it.inventory;
      it.noticedLevel = it.level();
    }
  }

  boolean adjust(int product, int change) {
    Goods it = goods.get(product);
    if (it.inventory + change < 0) {
      return false;
    }
    it.inventory += change;
    it.supplied += change;
    return true;
  }

  boolean setTo(int product, int pieces) {
    return adjust(product, (int) (pieces - goods.get(product).inventory));
  }

  boolean restock(int product, int pieces, int threshold) {
    return watch(product, threshold) && setTo(product, pieces);
  }

  boolean place(List<Step.Line> wanted) {
    Deal deal = new Deal();
    deal.placedAt = now;
    boolean done = sell(deal, merged(wanted));
    if (done) {
      deals.add(deal);
    }
    return done;
  }

  boolean change(int order, List<Step.Line> wanted) {
    Deal deal = deals.get(order);
    return deal.status == OrderStatus.PENDING
        ? sell(deal, merged(wanted))
        : deal.quantities().equals(merged(wanted));
  }

  private boolean sell(Deal deal, Map<Integer, Integer> wanted) {
    Map<Integer, Sold> lines = new LinkedHashMap<>();
    for (Map.Entry<Integer, Integer> line : wanted.entrySet()) {
      Goods it = goods.get(line.getKey());
      Sold before = deal.lines.get(line.getKey());
      int more = line.getValue() - (before == null ? 0 : before.quantity);
      if (more > 0 && (!it.active || it.inventory < more)) {
        return false;
      }
      lines.put(line.getKey(), new Sold(before == null ? it.cents : before.cents, line.getValue()));
    }
    giveBack(deal);
    deal.lines = lines;
    deal.lines.forEach((product, sold) -> take(goods.get(product), sold.quantity));
    if (deal.total() == 0) {
      deal.status = OrderStatus.CONFIRMED;
    }
    return true;
  }

  boolean cancel(int order) {
    Deal deal = deals.get(order);
    if (deal.status == OrderStatus.SHIPPED || deal.status == OrderStatus.DELIVERED) {
      return false;
    }
    if (deal.status != OrderStatus.CANCELLED) {
      giveBack(deal);
      deal.status = OrderStatus.CANCELLED;
      deal.held = false;
      if (deal.payment.equals(Optional.of(PaymentStatus.AUTHORIZED))) {
        deal.payment = Optional.of(PaymentStatus.VOIDED);
      }
    }
    return true;
  }

  boolean pay(int order) {
    Deal deal = deals.get(order);
    if (deal.status != OrderStatus.PENDING) {
      return false;
    }
    deal.status = OrderStatus.CONFIRMED;
    deal.payment = Optional.of(PaymentStatus.AUTHORIZED);
    return true;
  }

  boolean capture(int order) {
    Deal deal = deals.get(order);
    if (deal.payment.isEmpty() || deal.payment.get() == PaymentStatus.VOIDED) {
      return false;
    }
    deal.payment = Optional.of(PaymentStatus.CAPTURED);
    return true;
  }

  boolean walk(int order, OrderStatus to) {
    Deal deal = deals.get(order);
    if (deal.status == to) {
      return true;
    }
    return switch (to) {
      case PENDING -> false;
      case CONFIRMED -> pay(order);
      case PROCESSING -> !deal.held && moved(deal, OrderStatus.CONFIRMED, to);
      case SHIPPED -> !deal.held && shipped(deal);
      case DELIVERED -> moved(deal, OrderStatus.SHIPPED, to);
      case CANCELLED -> cancel(order);
    };
  }

  boolean hold(int order, boolean held) {
    Deal deal = deals.get(order);
    if (held && !deal.held && !deal.holdsStock()) {
      return false;
    }
    deal.held = held;
    return true;
  }

  void pass(int minutes) {
    now += minutes;
    for (int order = 0; order < deals.size(); order++) {
      Deal deal = deals.get(order);
      if (deal.status == OrderStatus.PENDING && now - deal.placedAt >= MINUTES_TO_PAY) {
        cancel(order);
      }
    }
  }

  private boolean shipped(Deal deal) {
    if (!moved(deal, OrderStatus.PROCESSING, OrderStatus.SHIPPED)) {
      return false;
    }
    deal.lines.forEach(
        (product, sold) -> {
          goods.get(product).reserved -= sold.quantity;
          goods.get(product).shipped += sold.quantity;
        });
    return true;
  }

  private static boolean moved(Deal deal, OrderStatus from, OrderStatus to) {
    if (deal.status != from) {
      return false;
    }
    deal.status = to;
    return true;
  }

  private void giveBack(Deal deal) {
    deal.lines.forEach((product, sold) -> take(goods.get(product), -sold.quantity));
  }

  private static void take(Goods it, int quantity) {
    it.inventory -= quantity;
    it.reserved += quantity;
  }

  static Map<Integer, Integer> merged(List<Step.Line> lines) {
    Map<Integer, Integer> merged = new LinkedHashMap<>();
    lines.forEach(line -> merged.merge(line.product(), line.quantity(), Integer::sum));
    return merged;
  }
}
