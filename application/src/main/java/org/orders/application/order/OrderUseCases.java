package org.orders.application.order;

import java.time.Duration;
import java.time.InstantSource;
import org.orders.application.access.CredentialRepository;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;

/**
 * All that can be done with orders, put together from what it needs.
 *
 * @param timeToPay how long an order waits for its payment
 */
public record OrderUseCases(
    OrderRepository orders,
    OrderPlacements placements,
    OrderQueries queries,
    OrderNumbers numbers,
    OverdueOrders overdue,
    OrderSteps steps,
    ProductRepository products,
    StockRepository stock,
    PaymentRepository payments,
    CustomerRepository customers,
    CredentialRepository credentials,
    Idempotency idempotency,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock,
    Duration timeToPay) {

  public PlaceOrder placeOrder() {
    return new PlaceOrderHandler(placements, numbers, idempotency, work, ids, clock, timeToPay);
  }

  public PreviewOrder previewOrder() {
    return new PreviewOrderHandler(placements, stock, ids, clock);
  }

  public ChangeOrder changeOrder() {
    return new ChangeOrderHandler(
        access(), orders, products, payments, idempotency, work, ids, clock);
  }

  public CancelOrder cancelOrder() {
    return new CancelOrderHandler(access(), steps, idempotency, work, clock);
  }

  public AdministerOrder administerOrder() {
    return new AdministerOrderHandler(access(), steps, credentials, idempotency, work, clock);
  }

  /** Does to many orders what can be done to one. */
  public BulkAdministration bulkAdministration(
      CancelOrder cancelOrder, FulfilOrder fulfilOrder, AdministerOrder administerOrder) {
    return new BulkAdministrationHandler(
        cancelOrder, fulfilOrder, administerOrder, idempotency, work, ids, clock);
  }

  public ExpireOrders expireOrders() {
    return new ExpireOrdersHandler(overdue, access(), steps, work, clock);
  }

  public ReadOrders readOrders() {
    return new OrderReader(queries, customers, work, clock);
  }

  private OrderAccess access() {
    return new OrderAccess(orders, queries);
  }
}
