package org.orders.application.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orders.application.story.ModelShop.Deal;
import org.orders.application.story.ModelShop.Goods;
import org.orders.application.story.Till.Known;
import org.orders.application.story.Till.Pieces;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.PaymentStatus;

/**
 * Lets steps happen in a shop and in the model of it, one after the other, and looks after each
 * whether the two still agree and nothing was lost.
 */
public final class Story {

  private static final Map<OrderStatus, Set<OrderStatus>> LEGAL =
      Map.of(
          OrderStatus.PENDING, Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED),
          OrderStatus.CONFIRMED, Set.of(OrderStatus.PROCESSING, OrderStatus.CANCELLED),
          OrderStatus.PROCESSING, Set.of(OrderStatus.SHIPPED, OrderStatus.CANCELLED),
          OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED),
          OrderStatus.DELIVERED, Set.of(),
          OrderStatus.CANCELLED, Set.of());

  private final Till till;
  private final ModelShop model = new ModelShop();
  private final int stride;

  Story(Till till) {
    this(till, 1);
  }

  /**
   * A story in a shop.
   *
   * @param stride after how many steps to look, where looking is expensive
   */
  public Story(Till till, int stride) {
    this.till = till;
    this.stride = stride;
  }

  /** Lets all of it happen. */
  public void tell(List<Step> steps) {
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      happen(step);
      model.notice();
      if (at % stride == stride - 1 || at == steps.size() - 1) {
        look(step);
      }
    }
  }

  /**
   * What holds in any shop whatever happened and in whatever order: no piece is held by nobody, no
   * order took a step that there is not, and the books agree.
   */
  public static void lookAtBooks(Till till, int products, int orders) {
    Map<Integer, Long> unshipped = new HashMap<>();
    for (int order = 0; order < orders; order++) {
      Known known = till.order(order);
      assertHistoryIsLegal(known);
      assertNothingLeavesUnpaid(known);
      if (isUnshipped(known)) {
        known.quantities().forEach((it, pieces) -> unshipped.merge(it, (long) pieces, Long::sum));
      }
    }
    for (int product = 0; product < products; product++) {
      Pieces pieces = till.pieces(product);
      assertThat(pieces.inventory()).as("inventory of product %s", product).isNotNegative();
      assertThat(pieces.ledger()).as("the ledger adds up").isEqualTo(pieces.inventory());
      assertThat(pieces.reserved())
          .as("what unshipped orders hold of product %s", product)
          .isEqualTo(unshipped.getOrDefault(product, 0L));
    }
    assertThat(till.drifts()).as("drifts").isZero();
  }

  private void happen(Step step) {
    switch (step) {
      case Step.Create(var cents, var pieces) -> {
        model.create(cents, pieces);
        till.create(cents, pieces);
      }
      case Step.Pass(var minutes) -> {
        model.pass(minutes);
        till.pass(minutes);
      }
      case Step.Place(var lines) when !model.goods.isEmpty() ->
          agree(step, model.place(known(lines)), till.place(known(lines)));
      case Step.Reprice(var it, var cents) when !model.goods.isEmpty() ->
          agree(step, model.reprice(product(it), cents), till.reprice(product(it), cents));
      case Step.Discontinue(var it) when !model.goods.isEmpty() ->
          agree(step, model.discontinue(product(it)), till.discontinue(product(it)));
      case Step.Watch(var it, var threshold) when !model.goods.isEmpty() ->
          agree(step, model.watch(product(it), threshold), till.watch(product(it), threshold));
      case Step.Adjust(var it, var change) when !model.goods.isEmpty() ->
          agree(step, model.adjust(product(it), change), till.adjust(product(it), change));
      case Step.SetTo(var it, var pieces) when !model.goods.isEmpty() ->
          agree(step, model.setTo(product(it), pieces), till.setTo(product(it), pieces));
      case Step.Restock(var it, var pieces, var threshold) when !model.goods.isEmpty() ->
          agree(
              step,
              model.restock(product(it), pieces, threshold),
              till.restock(product(it), pieces, threshold));
      case Step.Change(var it, var lines) when !model.deals.isEmpty() ->
          agree(step, model.change(order(it), known(lines)), till.change(order(it), known(lines)));
      case Step.Cancel(var it) when !model.deals.isEmpty() ->
          agree(step, model.cancel(order(it)), till.cancel(order(it)));
      case Step.Pay(var it) when !model.deals.isEmpty() ->
          agree(step, model.pay(order(it)), till.pay(order(it)));
      case Step.Capture(var it) when !model.deals.isEmpty() ->
          agree(step, model.capture(order(it)), till.capture(order(it)));
      case Step.Walk(var it, var to) when !model.deals.isEmpty() ->
          agree(step, model.walk(order(it), to), till.walk(order(it), to));
      case Step.Hold(var it, var held) when !model.deals.isEmpty() ->
          agree(step, model.hold(order(it), held), till.hold(order(it), held));
      case Step.Place _,
          Step.Reprice _,
          Step.Discontinue _,
          Step.Watch _,
          Step.Adjust _,
          Step.SetTo _,
          Step.Restock _,
          Step.Change _,
          Step.Cancel _,
          Step.Pay _,
          Step.Capture _,
          Step.Walk _,
          Step.Hold _ -> {
        // There is nothing yet that it could happen to.
      }
    }
  }

  private static void agree(Step step, boolean expected, boolean done) {
    assertThat(done).as("%s is done", step).isEqualTo(expected);
  }

  private void look(Step step) {
    Map<Integer, Long> unshipped = new HashMap<>();
    for (int order = 0; order < model.deals.size(); order++) {
      Known known = till.order(order);
      lookAtOrder(step, order, known);
      if (isUnshipped(known)) {
        known.quantities().forEach((it, pieces) -> unshipped.merge(it, (long) pieces, Long::sum));
      }
    }
    for (int product = 0; product < model.goods.size(); product++) {
      lookAtPieces(step, product, unshipped.getOrDefault(product, 0L));
    }
    assertThat(till.drifts()).as("drifts after %s", step).isZero();
  }

  private void lookAtOrder(Step step, int order, Known known) {
    Deal deal = model.deals.get(order);
    assertThat(known.status())
        .as("status of order %s after %s", order, step)
        .isEqualTo(deal.status);
    assertThat(known.totalCents())
        .as("total of order %s after %s", order, step)
        .isEqualTo(deal.total());
    assertThat(known.onHold()).as("hold of order %s after %s", order, step).isEqualTo(deal.held);
    assertThat(known.quantities())
        .as("lines of order %s after %s", order, step)
        .isEqualTo(deal.quantities());
    assertThat(known.payment())
        .as("payment of order %s after %s", order, step)
        .isEqualTo(deal.payment);
    assertThat(known.payments()).as("payments of order %s", order).isLessThanOrEqualTo(1);
    assertHistoryIsLegal(known);
    assertNothingLeavesUnpaid(known);
  }

  private static void assertNothingLeavesUnpaid(Known known) {
    boolean isGoing = Set.of(OrderStatus.PROCESSING, OrderStatus.SHIPPED).contains(known.status());
    if (isGoing && known.totalCents() > 0) {
      assertThat(known.payment())
          .as("nothing leaves unpaid")
          .get()
          .isIn(PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED);
    }
  }

  private static void assertHistoryIsLegal(Known known) {
    List<OrderStatus> history = known.history();
    assertThat(history.getFirst()).isEqualTo(OrderStatus.PENDING);
    assertThat(history.getLast()).isEqualTo(known.status());
    for (int at = 1; at < history.size(); at++) {
      assertThat(LEGAL.get(history.get(at - 1))).contains(history.get(at));
    }
  }

  private void lookAtPieces(Step step, int product, long unshipped) {
    Goods goods = model.goods.get(product);
    Pieces pieces = till.pieces(product);
    assertThat(pieces.inventory())
        .as("inventory of product %s after %s", product, step)
        .isEqualTo(goods.inventory)
        .isNotNegative();
    assertThat(pieces.ledger()).as("the ledger adds up").isEqualTo(pieces.inventory());
    assertThat(pieces.reserved())
        .as("what unshipped orders hold of product %s after %s", product, step)
        .isEqualTo(unshipped)
        .isEqualTo(goods.reserved);
    assertThat(pieces.inventory() + pieces.reserved() + goods.shipped)
        .as("no piece is lost or made up")
        .isEqualTo(goods.supplied);
    assertThat(pieces.alert())
        .as("an alert of product %s after %s", product, step)
        .isEqualTo(goods.alert);
  }

  private static boolean isUnshipped(Known known) {
    return switch (known.status()) {
      case PENDING, CONFIRMED, PROCESSING -> true;
      case SHIPPED, DELIVERED, CANCELLED -> false;
    };
  }

  private List<Step.Line> known(List<Step.Line> lines) {
    return lines.stream().map(it -> new Step.Line(product(it.product()), it.quantity())).toList();
  }

  private int product(int number) {
    return number % model.goods.size();
  }

  private int order(int number) {
    return number % model.deals.size();
  }
}
