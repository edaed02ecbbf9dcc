package org.orders.application.story;

import static org.orders.application.Replica.wanted;
import static org.orders.domain.Samples.ADMINISTRATOR;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.application.Replica;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.AdjustInventory.Adjustment;
import org.orders.application.order.CancelOrder;
import org.orders.application.order.ChangeOrder;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Payment;
import org.orders.domain.shared.Refusal;

/** A shop reached through its use cases; each step takes the next of two replicas. */
final class UseCaseTill implements Till {

  private final List<Replica> replicas;
  private final Actor.Customer buyer;
  private final List<ProductId> products = new ArrayList<>();
  private final List<OrderId> orders = new ArrayList<>();
  private int turn;

  UseCaseTill() {
    Replica first = new Replica();
    replicas = List.of(first, first.another());
    buyer = first.account("somchai@example.com");
  }

  private Replica shop() {
    turn++;
    return replicas.get(turn % replicas.size());
  }

  @Override
  public void create(int cents, int pieces) {
    products.add(shop().product(euros(cents).toPlainString(), pieces));
  }

  @Override
  public boolean reprice(int product, int cents) {
    return change(product, Optional.of(euros(cents)), Optional.empty(), Optional.empty());
  }

  @Override
  public boolean watch(int product, int threshold) {
    return change(product, Optional.empty(), Optional.empty(), Optional.of(threshold));
  }

  @Override
  public boolean restock(int product, int pieces, int threshold) {
    return change(product, Optional.empty(), Optional.of((long) pieces), Optional.of(threshold));
  }

  private boolean change(
      int product, Optional<BigDecimal> price, Optional<Long> pieces, Optional<Integer> threshold) {
    return done(
        () ->
            shop()
                .catalog
                .changeProduct()
                .change(
                    new ChangeProduct.Command(
                        ADMINISTRATOR,
                        products.get(product),
                        Optional.empty(),
                        Optional.empty(),
                        price,
                        pieces,
                        threshold,
                        Precondition.none()),
                    Once.unkeyed()));
  }

  @Override
  public boolean discontinue(int product) {
    return done(
        () ->
            shop()
                .catalog
                .discontinueProduct()
                .discontinue(
                    new DiscontinueProduct.Command(
                        ADMINISTRATOR, products.get(product), Precondition.none())));
  }

  @Override
  public boolean adjust(int product, int change) {
    return adjust(product, new Adjustment.Change(change));
  }

  @Override
  public boolean setTo(int product, int pieces) {
    return adjust(product, new Adjustment.SetTo(pieces));
  }

  private boolean adjust(int product, Adjustment adjustment) {
    return done(
        () ->
            shop()
                .inventory
                .adjustInventory()
                .adjust(
                    new AdjustInventory.Command(
                        ADMINISTRATOR,
                        products.get(product),
                        adjustment,
                        null,
                        Precondition.none()),
                    Once.unkeyed()));
  }

  @Override
  public boolean place(List<Step.Line> lines) {
    return done(
        () ->
            orders.add(
                shop()
                    .place(wanted(buyer, basketLines(lines).toArray(Basket.Line[]::new)))
                    .order()
                    .id()));
  }

  @Override
  public boolean change(int order, List<Step.Line> lines) {
    return done(
        () ->
            shop()
                .orders
                .changeOrder()
                .change(
                    new ChangeOrder.Command(
                        buyer,
                        orders.get(order),
                        Optional.of(Basket.of(basketLines(lines))),
                        Optional.empty(),
                        Precondition.none()),
                    Once.unkeyed()));
  }

  @Override
  public boolean cancel(int order) {
    return done(
        () ->
            shop()
                .orders
                .cancelOrder()
                .cancel(
                    new CancelOrder.Command(buyer, orders.get(order), null, Precondition.none()),
                    Once.unkeyed()));
  }

  @Override
  public boolean pay(int order) {
    return done(() -> shop().payByInvoice(orders.get(order)));
  }

  @Override
  public boolean capture(int order) {
    Optional<Payment> payment = shop().kept.payments().findByOrder(orders.get(order));
    return payment.isPresent()
        && done(
            () ->
                shop()
                    .payment
                    .capturePayment()
                    .capture(
                        new CapturePayment.Command(ADMINISTRATOR, payment.get().id()),
                        Once.unkeyed()));
  }

  @Override
  public boolean walk(int order, OrderStatus to) {
    return done(() -> shop().walk(orders.get(order), to));
  }

  @Override
  public boolean hold(int order, boolean held) {
    return done(() -> shop().hold(orders.get(order), held));
  }

  @Override
  public void pass(int minutes) {
    shop().clock.pass(Duration.ofMinutes(minutes));
    shop().orders.expireOrders().expireDue(Integer.MAX_VALUE);
  }

  @Override
  public int drifts() {
    return Replica.done(shop().inventory.reconcileInventory().reconcile(Once.unkeyed()))
        .drifts()
        .size();
  }

  @Override
  public Pieces pieces(int product) {
    ProductId id = products.get(product);
    Stock stock = shop().stock(id);
    boolean alert =
        shop().inventory.readAlerts().list(Replica.ALL).items().stream()
            .anyMatch(it -> it.product().equals(id));
    return new Pieces(stock.available(), stock.reserved(), shop().ledger(id), alert);
  }

  @Override
  public Known order(int number) {
    Replica shop = shop();
    Order order = shop.order(orders.get(number));
    List<Payment> payments =
        shop.payment.readPayments().list(new PaymentFilter(null, order.id()), Replica.ALL).items();
    return new Known(
        order.status(),
        order.total().minorUnits(),
        order.onHold(),
        quantities(order),
        history(shop.history(order.id())),
        payments.stream().map(Payment::status).findFirst(),
        payments.size());
  }

  private Map<Integer, Integer> quantities(Order order) {
    Map<Integer, Integer> quantities = new LinkedHashMap<>();
    order
        .lines()
        .items()
        .forEach(item -> quantities.put(products.indexOf(item.productId()), item.quantity()));
    return quantities;
  }

  private static List<OrderStatus> history(List<OrderEvent> events) {
    List<OrderStatus> history = new ArrayList<>(List.of(OrderStatus.PENDING));
    for (OrderEvent event : events) {
      if (event instanceof OrderEvent.StatusChanged changed) {
        history.add(changed.to());
      }
    }
    return history;
  }

  private List<Basket.Line> basketLines(List<Step.Line> lines) {
    return lines.stream()
        .map(line -> new Basket.Line(products.get(line.product()), line.quantity()))
        .toList();
  }

  private static BigDecimal euros(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static boolean done(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }
}
