package org.orders.adapter.rest;

import static org.orders.adapter.rest.Shop.IDEMPOTENCY;
import static org.orders.adapter.rest.Shop.IDS;
import static org.orders.adapter.rest.Shop.NOW;
import static org.orders.adapter.rest.Shop.ORDERS;
import static org.orders.adapter.rest.Shop.PRODUCTS;
import static org.orders.adapter.rest.Shop.customer;
import static org.orders.adapter.rest.Shop.nextId;
import static org.orders.adapter.rest.Shop.order;
import static org.orders.adapter.rest.Shop.slice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.CancelOrder;
import org.orders.application.order.ChangeOrder;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.OrderProgress;
import org.orders.application.order.OrderView;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PreviewOrder;
import org.orders.application.order.ReadOrders;
import org.orders.application.payment.AwaitPayment;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.HearGateway;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.payment.ReadPayments;
import org.orders.application.payment.RefundPayment;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.OrderState;
import org.orders.domain.payment.PaymentMethodUnavailable;
import org.orders.domain.shared.NotFound;

/** Orders behind the driving ports: just enough for the HTTP adapter to have some. */
@Dependent
class StubOrders {

  @Produces
  @Singleton
  PlaceOrder placeOrder() {
    return (command, once) -> IDEMPOTENCY.perform(once, () -> place(command));
  }

  private static OrderView place(PlaceOrder.Command command) {
    Map<ProductId, Product> products = new HashMap<>();
    PRODUCTS.forEach((id, view) -> products.put(id, view.product()));
    List<Shortage> shortages = new ArrayList<>();
    command
        .basket()
        .quantities()
        .forEach(
            (id, wanted) -> {
              if (!PRODUCTS.containsKey(id)) {
                throw new UnknownProduct(id);
              }
              long there = PRODUCTS.get(id).stock().available();
              if (there < wanted) {
                shortages.add(new Shortage(id, wanted, there));
              }
            });
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
    var lines = OrderLines.sell(command.basket(), products, () -> new OrderItemId(nextId()));
    CustomerId customer =
        switch (command.buyer()) {
          case PlaceOrder.Buyer.Known(var id) -> id;
          case PlaceOrder.Buyer.Guest _ -> new CustomerId(nextId());
        };
    var draft =
        new Order.Draft(
            new OrderId(nextId()),
            new OrderNumber(Long.toString(IDS.get())),
            command.reference(),
            customer,
            lines,
            Optional.ofNullable(command.shippingAddress()).orElse(Samples.address()),
            Optional.ofNullable(command.contact()).orElse(Samples.contact()));
    Order order =
        Order.place(draft, java.time.Duration.ofMinutes(30), command.actor(), NOW).order();
    OrderView view = new OrderView(order, null, List.of(), OrderProgress.NONE);
    ORDERS.put(order.id(), view);
    return view;
  }

  @Produces
  @Singleton
  PreviewOrder previewOrder() {
    return command -> {
      Map<ProductId, Product> products = new HashMap<>();
      PRODUCTS.forEach((id, view) -> products.put(id, view.product()));
      return new PreviewOrder.Preview(
          OrderLines.sell(command.basket(), products, () -> new OrderItemId(nextId())), List.of());
    };
  }

  @Produces
  @Singleton
  ReadOrders readOrders() {
    return new ReadOrders() {
      @Override
      public OrderView read(Actor actor, OrderId id) {
        return order(actor, id);
      }

      @Override
      public List<OrderEvent> history(Actor actor, OrderId id) {
        order(actor, id);
        return List.of(
            new OrderEvent.Placed(NOW, actor),
            new OrderEvent.Noted(
                NOW, Samples.ADMINISTRATOR, new org.orders.domain.shared.Reason("fragile")));
      }

      @Override
      public Page<OrderView> ofCustomer(
          Actor actor, CustomerId customer, OrderFilter filter, PageRequest page) {
        customer(actor, customer);
        return slice(
            ORDERS.values().stream()
                .filter(it -> it.order().customerId().equals(customer))
                .toList(),
            page);
      }

      @Override
      public Page<OrderView> list(OrderFilter filter, PageRequest page) {
        if ("fault".equals(filter.query())) {
          throw new IllegalStateException("password=topsecret at Some.Class");
        }
        return slice(List.copyOf(ORDERS.values()), page);
      }

      @Override
      public Page<OrderView> listForFile(OrderFilter filter, PageRequest page) {
        return StubLists.isNamed(filter.query())
            ? StubLists.page(filter.query(), ORDERS.values().iterator().next(), page)
            : list(filter, page);
      }
    };
  }

  @Produces
  @Singleton
  ChangeOrder changeOrder() {
    return (command, once) -> {
      OrderView present = order(command.actor(), command.order());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Order changed =
                command
                    .shippingAddress()
                    .map(to -> present.order().changeAddress(to, command.actor(), NOW).order())
                    .orElse(present.order());
            var view =
                new OrderView(changed, present.payment(), present.notes(), OrderProgress.NONE);
            ORDERS.put(changed.id(), view);
            return view;
          });
    };
  }

  @Produces
  @Singleton
  CancelOrder cancelOrder() {
    return (command, once) -> {
      OrderView present = order(command.actor(), command.order());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Order cancelled =
                present
                    .order()
                    .on(new OrderState.Trigger.Cancel(NOW), command.actor(), command.reason(), NOW)
                    .order();
            var view =
                new OrderView(cancelled, present.payment(), present.notes(), OrderProgress.NONE);
            ORDERS.put(cancelled.id(), view);
            return view;
          });
    };
  }

  @Produces
  @Singleton
  AdministerOrder administerOrder() {
    return (command, once) ->
        IDEMPOTENCY.perform(
            once,
            () -> {
              OrderView present = order(command.actor(), command.order());
              command.precondition().check(present);
              return present;
            });
  }

  @Produces
  @Singleton
  PayOrder payOrder() {
    return (command, once) -> {
      throw new PaymentMethodUnavailable();
    };
  }

  @Produces
  @Singleton
  CapturePayment capturePayment() {
    return (command, once) -> {
      throw new NotFound("payment");
    };
  }

  @Produces
  @Singleton
  ReadPayments readPayments() {
    return new ReadPayments() {
      @Override
      public org.orders.domain.payment.Payment read(
          Actor actor, org.orders.domain.payment.PaymentId id) {
        throw new NotFound("payment");
      }

      @Override
      public org.orders.domain.payment.Refund readRefund(
          Actor actor,
          org.orders.domain.payment.PaymentId payment,
          org.orders.domain.payment.RefundId refund) {
        throw new NotFound("payment");
      }

      @Override
      public Page<org.orders.domain.payment.Payment> list(PaymentFilter filter, PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }

  @Produces
  @Singleton
  AwaitPayment awaitPayment() {
    return (payment, atMost) -> {
      throw new NotFound("payment");
    };
  }

  @Produces
  @Singleton
  RefundPayment refundPayment() {
    return (command, once) -> {
      throw new NotFound("payment");
    };
  }

  @Produces
  @Singleton
  HearGateway hearGateway() {
    return (gateway, delivery) -> {
      throw new NotFound("payment gateway");
    };
  }
}
