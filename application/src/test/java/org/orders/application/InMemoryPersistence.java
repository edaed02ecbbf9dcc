package org.orders.application;

import org.orders.application.access.InMemoryCredentialRepository;
import org.orders.application.access.InMemoryLoginAttempts;
import org.orders.application.access.InMemoryPasswordResetRepository;
import org.orders.application.access.InMemorySessionRepository;
import org.orders.application.catalog.InMemoryProductQueries;
import org.orders.application.catalog.InMemoryProductRepository;
import org.orders.application.customer.InMemoryCustomerQueries;
import org.orders.application.customer.InMemoryCustomerRepository;
import org.orders.application.fulfilment.InMemoryCarrierEvents;
import org.orders.application.fulfilment.InMemoryShipmentRepository;
import org.orders.application.inventory.InMemoryInventoryBooks;
import org.orders.application.inventory.InMemoryMovementQueries;
import org.orders.application.inventory.InMemoryStockAlerts;
import org.orders.application.inventory.InMemoryStockRepository;
import org.orders.application.order.InMemoryOrderNumbers;
import org.orders.application.order.InMemoryOrderPlacements;
import org.orders.application.order.InMemoryOrderQueries;
import org.orders.application.order.InMemoryOrderRepository;
import org.orders.application.order.InMemoryOverdueOrders;
import org.orders.application.payment.InMemoryPaymentQueries;
import org.orders.application.payment.InMemoryPaymentRepository;
import org.orders.application.payment.InMemoryRefundRepository;
import org.orders.application.returns.InMemoryReturnRepository;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryIdempotencyStore;
import org.orders.application.shared.Persistence;

/** Everything that one replica keeps in a database in memory. */
public record InMemoryPersistence(
    InMemoryDatabase work,
    InMemoryIdempotencyStore idempotency,
    InMemoryProductRepository products,
    InMemoryProductQueries productQueries,
    InMemoryStockRepository stock,
    InMemoryMovementQueries movements,
    InMemoryStockAlerts alerts,
    InMemoryInventoryBooks books,
    InMemoryCustomerRepository customers,
    InMemoryCustomerQueries customerQueries,
    InMemoryOrderRepository orders,
    InMemoryOrderPlacements placements,
    InMemoryOrderQueries orderQueries,
    InMemoryOrderNumbers orderNumbers,
    InMemoryOverdueOrders overdueOrders,
    InMemoryPaymentRepository payments,
    InMemoryRefundRepository refunds,
    InMemoryPaymentQueries paymentQueries,
    InMemoryShipmentRepository shipments,
    InMemoryCarrierEvents carrierEvents,
    InMemoryReturnRepository returns,
    InMemoryReturnRepository returnQueries,
    InMemoryCredentialRepository credentials,
    InMemorySessionRepository sessions,
    InMemoryLoginAttempts loginAttempts,
    InMemoryPasswordResetRepository passwordResets)
    implements Persistence {

  /** On a database that others may share. */
  public static InMemoryPersistence on(InMemoryDatabase database) {
    var answers = new InMemoryIdempotencyStore(database);
    var stock = new InMemoryStockRepository(database);
    var customers = new InMemoryCustomerRepository(database);
    var orders = new InMemoryOrderRepository(database, stock);
    var payments = new InMemoryPaymentRepository(database);
    var shipments = new InMemoryShipmentRepository(database);
    var returns = new InMemoryReturnRepository(database);
    return new InMemoryPersistence(
        database,
        answers,
        new InMemoryProductRepository(database, stock),
        new InMemoryProductQueries(database),
        stock,
        new InMemoryMovementQueries(database),
        new InMemoryStockAlerts(database),
        new InMemoryInventoryBooks(database),
        customers,
        new InMemoryCustomerQueries(database),
        orders,
        new InMemoryOrderPlacements(database, customers, orders, answers),
        new InMemoryOrderQueries(database, payments, shipments, returns),
        new InMemoryOrderNumbers(database),
        new InMemoryOverdueOrders(database),
        payments,
        new InMemoryRefundRepository(database),
        new InMemoryPaymentQueries(database),
        shipments,
        new InMemoryCarrierEvents(database),
        returns,
        returns,
        new InMemoryCredentialRepository(database),
        new InMemorySessionRepository(database),
        new InMemoryLoginAttempts(database),
        new InMemoryPasswordResetRepository(database));
  }
}
