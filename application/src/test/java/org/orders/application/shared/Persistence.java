package org.orders.application.shared;

import org.orders.application.access.CredentialRepository;
import org.orders.application.access.LoginAttempts;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.SessionRepository;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.customer.CustomerQueries;
import org.orders.application.inventory.InventoryBooks;
import org.orders.application.inventory.MovementQueries;
import org.orders.application.inventory.StockAlerts;
import org.orders.application.order.OrderNumbers;
import org.orders.application.order.OrderPlacements;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OverdueOrders;
import org.orders.application.payment.PaymentQueries;
import org.orders.application.returns.ReturnQueries;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.returns.ReturnRepository;

/** All the places where something is kept, by one adapter: what its contracts are tested on. */
public interface Persistence {

  UnitOfWork work();

  IdempotencyStore idempotency();

  ProductRepository products();

  ProductQueries productQueries();

  StockRepository stock();

  MovementQueries movements();

  StockAlerts alerts();

  InventoryBooks books();

  CustomerRepository customers();

  CustomerQueries customerQueries();

  OrderRepository orders();

  OrderPlacements placements();

  OrderQueries orderQueries();

  OrderNumbers orderNumbers();

  OverdueOrders overdueOrders();

  PaymentRepository payments();

  RefundRepository refunds();

  PaymentQueries paymentQueries();

  ShipmentRepository shipments();

  CarrierEvents carrierEvents();

  ReturnRepository returns();

  ReturnQueries returnQueries();

  CredentialRepository credentials();

  SessionRepository sessions();

  LoginAttempts loginAttempts();

  PasswordResetRepository passwordResets();
}
