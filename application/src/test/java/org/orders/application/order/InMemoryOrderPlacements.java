package org.orders.application.order;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.orders.application.customer.InMemoryCustomerRepository;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.application.shared.IdempotencyKeyReused;
import org.orders.application.shared.IdempotencyStore.Standing;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryIdempotencyStore;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.InsufficientStock;

/** Places orders in memory; what it has read once it remembers, however old it becomes. */
public final class InMemoryOrderPlacements implements OrderPlacements {

  private final InMemoryDatabase database;
  private final InMemoryTable<ProductId, Product> products;
  private final InMemoryCustomerRepository customers;
  private final InMemoryOrderRepository orders;
  private final InMemoryIdempotencyStore answers;
  private final Map<ProductId, Product> knownProducts = new ConcurrentHashMap<>();
  private final Map<CustomerId, Customer> knownCustomers = new ConcurrentHashMap<>();

  public InMemoryOrderPlacements(
      InMemoryDatabase database,
      InMemoryCustomerRepository customers,
      InMemoryOrderRepository orders,
      InMemoryIdempotencyStore answers) {
    this.database = database;
    this.products = database.table("products");
    this.customers = customers;
    this.orders = orders;
    this.answers = answers;
  }

  @Override
  public Basis read(
      @Nullable CustomerId customer, Collection<ProductId> wanted, Freshness freshness) {
    if (freshness == Freshness.FRESH) {
      knownProducts.keySet().removeAll(wanted);
      if (customer != null) {
        knownCustomers.remove(customer);
      }
    }
    Map<ProductId, Product> found = new HashMap<>();
    for (ProductId id : wanted) {
      remember(knownProducts, id, products.find(id)).ifPresent(product -> found.put(id, product));
    }
    @Nullable Customer buyer =
        customer == null
            ? null
            : remember(knownCustomers, customer, customers.find(customer)).orElse(null);
    return new Basis(buyer, found);
  }

  @Override
  public Result place(Placement placement) {
    if (database.isInTransaction()) {
      throw new IllegalStateException("an order is placed in a transaction of its own");
    }
    try {
      return database.run(() -> write(placement));
    } catch (InsufficientStock refusal) {
      return new Result.Short(refusal.shortages());
    }
  }

  private Result write(Placement placement) {
    IdempotencyClaim claim = placement.claim();
    if (claim != null) {
      Standing standing = answers.claim(claim);
      switch (standing) {
        case Standing.Free() -> {}
        case Standing.Answered(var answer) -> {
          return new Result.Answered(answer);
        }
        case Standing.Reused() -> throw new IdempotencyKeyReused();
        case Standing.InFlight() -> throw new IdempotencyKeyInFlight();
      }
    }
    if (hasMoved(placement.basis())) {
      return new Result.BasisMoved();
    }
    if (placement.newGuest() != null) {
      customers.add(placement.newGuest());
    }
    orders.add(placement.decision());
    if (claim != null) {
      answers.record(claim, placement.answer(), placement.decision().order().placedAt());
    }
    return new Result.Placed();
  }

  private boolean hasMoved(Basis basis) {
    Customer customer = basis.customer();
    boolean customerStands =
        customer == null
            || customers
                .find(customer.id())
                .filter(now -> now.isActive() && now.version() == customer.version())
                .isPresent();
    return !customerStands || !basis.products().values().stream().allMatch(this::stands);
  }

  private boolean stands(Product product) {
    return products
        .find(product.id())
        .filter(now -> now.isActive() && now.revision() == product.revision())
        .isPresent();
  }

  private static <K, V> Optional<V> remember(Map<K, V> known, K key, Optional<V> present) {
    present.ifPresent(row -> known.putIfAbsent(key, row));
    return Optional.ofNullable(known.get(key));
  }
}
