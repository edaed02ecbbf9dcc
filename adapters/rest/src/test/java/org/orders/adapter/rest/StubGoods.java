package org.orders.adapter.rest;

import static org.orders.adapter.rest.Shop.IDEMPOTENCY;
import static org.orders.adapter.rest.Shop.NOW;
import static org.orders.adapter.rest.Shop.PRODUCTS;
import static org.orders.adapter.rest.Shop.nextId;
import static org.orders.adapter.rest.Shop.product;
import static org.orders.adapter.rest.Shop.slice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductView;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.inventory.AcknowledgeAlert;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.ReadAlerts;
import org.orders.application.inventory.ReadMovements;
import org.orders.application.inventory.ReconcileInventory;
import org.orders.application.inventory.Reconciliation;
import org.orders.application.inventory.StockAlert;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.NotFound;

/** Products behind the driving ports: just enough for the HTTP adapter to have some. */
@Dependent
class StubGoods {

  @Produces
  @Singleton
  CreateProduct createProduct() {
    return (command, once) ->
        IDEMPOTENCY.perform(
            once,
            () -> {
              ProductId id = new ProductId(nextId());
              var product =
                  Product.create(
                      id,
                      command.sku(),
                      command.name(),
                      command.description(),
                      command.price(),
                      command.lowStockThreshold(),
                      NOW);
              var view = new ProductView(product, new Stock(id, command.inventory(), 0));
              PRODUCTS.put(id, view);
              return view;
            });
  }

  @Produces
  @Singleton
  ChangeProduct changeProduct() {
    return (command, once) -> {
      ProductView present = product(command.product());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            var change =
                new ProductChange(
                    command.name(),
                    command.description(),
                    command.price().map(it -> Money.of("price", it, present.product().currency())),
                    command.lowStockThreshold());
            long pieces = command.inventory().orElse(present.stock().available());
            var changed =
                new ProductView(
                    present.product().change(change, NOW),
                    new Stock(command.product(), pieces, present.stock().reserved()));
            PRODUCTS.put(command.product(), changed);
            return changed;
          });
    };
  }

  @Produces
  @Singleton
  DiscontinueProduct discontinueProduct() {
    return command -> {
      ProductView present = product(command.product());
      command.precondition().check(present);
      PRODUCTS.put(
          command.product(), new ProductView(present.product().discontinue(NOW), present.stock()));
    };
  }

  @Produces
  @Singleton
  ReadProducts readProducts() {
    return new ReadProducts() {
      @Override
      public ProductView read(ProductId id, Freshness freshness) {
        return product(id);
      }

      @Override
      public Page<ProductView> list(ProductFilter filter, PageRequest page, Freshness freshness) {
        List<ProductView> all = new ArrayList<>(PRODUCTS.values());
        return slice(all, page);
      }
    };
  }

  @Produces
  @Singleton
  AdjustInventory adjustInventory() {
    return (command, once) -> IDEMPOTENCY.perform(once, () -> product(command.product()));
  }

  @Produces
  @Singleton
  ReadMovements readMovements() {
    return (product, page) -> new Page<>(List.of(), null, null);
  }

  @Produces
  @Singleton
  ReconcileInventory reconcileInventory() {
    return once -> IDEMPOTENCY.perform(once, () -> new Reconciliation(NOW, List.of(), 0));
  }

  @Produces
  @Singleton
  ReadAlerts readAlerts() {
    return new ReadAlerts() {
      @Override
      public StockAlert read(AlertId id) {
        throw new NotFound("alert");
      }

      @Override
      public Page<StockAlert> list(PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }

  @Produces
  @Singleton
  AcknowledgeAlert acknowledgeAlert() {
    return (command, once) -> {
      throw new NotFound("alert");
    };
  }
}
