package org.orders.adapter.persistence.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.LoginAttempts;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.SecretStore;
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
import org.orders.application.shared.IdempotencyStore;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.returns.ReturnRepository;

/** Everything that PostgreSQL keeps, for tests. */
@ApplicationScoped
public class PostgresPersistence implements Persistence {

  @Inject UnitOfWork work;
  @Inject IdempotencyStore idempotency;
  @Inject ProductRepository products;
  @Inject ProductQueries productQueries;
  @Inject StockRepository stock;
  @Inject MovementQueries movements;
  @Inject StockAlerts alerts;
  @Inject InventoryBooks books;
  @Inject CustomerRepository customers;
  @Inject CustomerQueries customerQueries;
  @Inject OrderRepository orders;
  @Inject OrderPlacements placements;
  @Inject OrderQueries orderQueries;
  @Inject OrderNumbers orderNumbers;
  @Inject OverdueOrders overdueOrders;
  @Inject PaymentRepository payments;
  @Inject RefundRepository refunds;
  @Inject PaymentQueries paymentQueries;
  @Inject ShipmentRepository shipments;
  @Inject CarrierEvents carrierEvents;
  @Inject ReturnRepository returns;
  @Inject ReturnQueries returnQueries;
  @Inject CredentialRepository credentials;
  @Inject SessionRepository sessions;
  @Inject LoginAttempts loginAttempts;
  @Inject PasswordResetRepository passwordResets;
  @Inject SecretStore secrets;

  @Override
  public UnitOfWork work() {
    return work;
  }

  @Override
  public PasswordResetRepository passwordResets() {
    return passwordResets;
  }

  @Override
  public IdempotencyStore idempotency() {
    return idempotency;
  }

  @Override
  public ProductRepository products() {
    return products;
  }

  @Override
  public ProductQueries productQueries() {
    return productQueries;
  }

  @Override
  public StockRepository stock() {
    return stock;
  }

  @Override
  public MovementQueries movements() {
    return movements;
  }

  @Override
  public StockAlerts alerts() {
    return alerts;
  }

  @Override
  public InventoryBooks books() {
    return books;
  }

  @Override
  public CustomerRepository customers() {
    return customers;
  }

  @Override
  public CustomerQueries customerQueries() {
    return customerQueries;
  }

  @Override
  public OrderRepository orders() {
    return orders;
  }

  @Override
  public OrderPlacements placements() {
    return placements;
  }

  @Override
  public OrderQueries orderQueries() {
    return orderQueries;
  }

  @Override
  public OrderNumbers orderNumbers() {
    return orderNumbers;
  }

  @Override
  public OverdueOrders overdueOrders() {
    return overdueOrders;
  }

  @Override
  public PaymentRepository payments() {
    return payments;
  }

  @Override
  public RefundRepository refunds() {
    return refunds;
  }

  @Override
  public PaymentQueries paymentQueries() {
    return paymentQueries;
  }

  @Override
  public CredentialRepository credentials() {
    return credentials;
  }

  @Override
  public SessionRepository sessions() {
    return sessions;
  }

  @Override
  public LoginAttempts loginAttempts() {
    return loginAttempts;
  }

  @Override
  public ShipmentRepository shipments() {
    return shipments;
  }

  @Override
  public CarrierEvents carrierEvents() {
    return carrierEvents;
  }

  @Override
  public ReturnRepository returns() {
    return returns;
  }

  @Override
  public ReturnQueries returnQueries() {
    return returnQueries;
  }
}
