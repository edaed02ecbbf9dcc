package org.orders.adapter.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.orders.application.catalog.ProductView;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyStore;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.NotFound;

/** A shop that forgets everything with the JVM. */
final class Shop {

  private Shop() {}

  static final Instant NOW = Samples.NOW;
  static final Map<CustomerId, Customer> CUSTOMERS = new ConcurrentHashMap<>();
  static final Map<ProductId, ProductView> PRODUCTS = new ConcurrentHashMap<>();
  static final Map<OrderId, OrderView> ORDERS = new ConcurrentHashMap<>();
  static final AtomicLong IDS = new AtomicLong(1_000_000);
  static final Idempotency IDEMPOTENCY =
      new Idempotency(new RememberedAnswers(), InstantSource.fixed(NOW));

  static UUID nextId() {
    return Samples.id(IDS.incrementAndGet());
  }

  /** Answers by their key, in memory. */
  private static final class RememberedAnswers implements IdempotencyStore {
    private record Entry(String fingerprint, String answer) {}

    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public synchronized Standing claim(IdempotencyClaim claim) {
      Entry entry = entries.get(claim.scope() + " " + claim.key());
      if (claim.key().startsWith("in-flight")) {
        return new Standing.InFlight();
      } else if (entry == null) {
        return new Standing.Free();
      }
      return entry.fingerprint.equals(claim.fingerprint())
          ? new Standing.Answered(entry.answer)
          : new Standing.Reused();
    }

    @Override
    public void hold(IdempotencyClaim claim, UUID run, Duration time) {
      // Nothing here takes several transactions.
    }

    @Override
    public void release(IdempotencyClaim claim, UUID run) {
      // Likewise.
    }

    @Override
    public synchronized void record(IdempotencyClaim claim, String answer, Instant at) {
      entries.put(claim.scope() + " " + claim.key(), new Entry(claim.fingerprint(), answer));
    }

    @Override
    public int forgetBefore(Instant time, int max) {
      return 0;
    }
  }

  static Customer customer(Actor actor, CustomerId id) {
    return Optional.ofNullable(CUSTOMERS.get(id))
        .filter(it -> it.isOpenTo(actor))
        .orElseThrow(() -> new NotFound("customer"));
  }

  static ProductView product(ProductId id) {
    return Optional.ofNullable(PRODUCTS.get(id)).orElseThrow(() -> new NotFound("product"));
  }

  static <T> Page<T> slice(List<T> all, PageRequest page) {
    int from = page.after() == null ? 0 : Integer.parseInt(page.after().value());
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to),
        to < all.size() ? new PageRequest.Position(Integer.toString(to)) : null,
        page.count() ? (long) all.size() : null);
  }

  static OrderView order(Actor actor, OrderId id) {
    return Optional.ofNullable(ORDERS.get(id))
        .filter(it -> it.order().isOpenTo(actor, NOW))
        .orElseThrow(() -> new NotFound("order"));
  }
}
