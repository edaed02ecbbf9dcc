package org.orders.adapter.persistence.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.catalog.KnownProducts;
import org.orders.adapter.persistence.catalog.ProductRow;
import org.orders.adapter.persistence.customer.CustomerJson;
import org.orders.adapter.persistence.customer.CustomerRow;
import org.orders.adapter.persistence.customer.KnownCustomers;
import org.orders.adapter.persistence.inventory.KnownStock;
import org.orders.adapter.persistence.inventory.StockStatement;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Failures;
import org.orders.adapter.persistence.shared.FunctionCall;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.adapter.persistence.shared.StatementFailed;
import org.orders.application.order.OrderPlacements;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.application.shared.IdempotencyKeyReused;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderItem;
import org.orders.domain.shared.ConcurrentChange;

/**
 * Placing in one round trip: one statement, committed by itself, that calls a function. What it
 * rests on is remembered from before and verified there.
 */
@ApplicationScoped
public class PostgresOrderPlacements implements OrderPlacements {

  private static final int RETRIES = 3;

  /** What the function raises when others took the pieces while it was writing. */
  private static final String SHORT_OF_STOCK = "OS001";

  private final Database database;
  private final KnownCustomers customers;
  private final KnownProducts products;
  private final KnownStock knownStock;

  PostgresOrderPlacements(
      Database database, KnownCustomers customers, KnownProducts products, KnownStock knownStock) {
    this.database = database;
    this.customers = customers;
    this.products = products;
    this.knownStock = knownStock;
  }

  @Override
  public Basis read(
      @Nullable CustomerId customerId, Collection<ProductId> productIds, Freshness freshness) {
    boolean cached = freshness == Freshness.CACHED;
    KnownProducts.Look look = cached ? products.look(productIds) : products.lookAway(productIds);
    @Nullable Customer customer =
        cached && customerId != null ? customers.find(customerId).orElse(null) : null;
    boolean unknownCustomer = customerId != null && customer == null;
    if (look.missing().isEmpty() && !unknownCustomer) {
      return new Basis(customer, look.found());
    }
    return database.run(
        sql -> {
          if (!look.missing().isEmpty()) {
            sql.query(
                    "SELECT " + ProductRow.COLUMNS + " FROM product p WHERE p.id = ANY (?)",
                    ProductRow::read,
                    SqlArray.ofUuids(look.missing(), ProductId::value))
                .forEach(look::learn);
          }
          if (customerId == null || !unknownCustomer) {
            return new Basis(customer, look.found());
          }
          Optional<Customer> read =
              sql.queryOne(
                  "SELECT " + CustomerRow.COLUMNS + " FROM customer c WHERE c.id = ?",
                  CustomerRow::read,
                  customerId.value());
          read.ifPresent(customers::remember);
          return new Basis(read.orElse(null), look.found());
        });
  }

  @Override
  public Result place(Placement placement) {
    if (database.inTransaction()) {
      throw new IllegalStateException("an order is placed in a transaction of its own");
    }
    StockStatement stock = StockStatement.of(placement.decision().stock());
    FunctionCall call = call(placement, stock);
    try {
      return place(call, stock);
    } finally {
      knownStock.forget(stock);
    }
  }

  private Result place(FunctionCall call, StockStatement stock) {
    for (int retry = 0; ; retry++) {
      try {
        return database.run(sql -> call.on(sql, row -> result(row, stock)));
      } catch (ConcurrentChange collision) {
        if (retry == RETRIES) {
          throw collision;
        }
      } catch (StatementFailed failure) {
        return Failures.raised(failure, SHORT_OF_STOCK)
            .map(detail -> new Result.Short(stock.shortages(pieces(detail))))
            .orElseThrow(() -> failure);
      }
    }
  }

  private static FunctionCall call(Placement placement, StockStatement stock) {
    IdempotencyClaim claim = placement.claim();
    Customer customer = placement.basis().customer();
    Customer guest = placement.newGuest();
    List<OrderItem> items = placement.decision().order().lines().items();
    FunctionCall call =
        new FunctionCall("place_order")
            .with("p_claim_scope", claim == null ? null : claim.scope())
            .with("p_claim_key", claim == null ? null : claim.key())
            .with("p_claim_fingerprint", claim == null ? null : claim.fingerprint())
            .with("p_answer", placement.answer())
            .with("p_customer", customer == null ? null : customer.id().value())
            .with("p_customer_version", customer == null ? null : customer.version())
            .withJson("p_guest", guest == null ? null : CustomerJson.of(guest))
            .with("p_line_revisions", SqlArray.ofLongs(items, item -> revision(placement, item)));
    DecisionArguments.write(placement.decision(), stock, call);
    OrderLineRow.write(items, call);
    return call;
  }

  /** The revision the decision rests on; one that no product has where it rests on none. */
  private static long revision(Placement placement, OrderItem item) {
    Product product = placement.basis().products().get(item.productId());
    return product == null ? -1 : product.revision();
  }

  private static Result result(SqlRow row, StockStatement stock) throws SQLException {
    String outcome = row.text("outcome");
    return switch (outcome) {
      case "PLACED" -> new Result.Placed();
      case "BASIS_MOVED" -> new Result.BasisMoved();
      case "SHORT" -> new Result.Short(stock.shortages(row));
      case "ANSWERED" -> new Result.Answered(row.text("answer"));
      case "REUSED" -> throw new IdempotencyKeyReused();
      case "IN_FLIGHT" -> throw new IdempotencyKeyInFlight();
      default -> throw new IllegalStateException("unknown outcome " + outcome);
    };
  }

  private static Map<ProductId, Long> pieces(String detail) {
    Map<ProductId, Long> pieces = new LinkedHashMap<>();
    for (String part : detail.split(",", -1)) {
      int equals = part.indexOf('=');
      pieces.put(
          new ProductId(UUID.fromString(part.substring(0, equals))),
          Long.valueOf(part.substring(equals + 1)));
    }
    return pieces;
  }
}
