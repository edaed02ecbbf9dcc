package org.orders.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.orders.application.access.AccessPolicy;
import org.orders.application.access.AccessUseCases;
import org.orders.application.access.EndSessions;
import org.orders.application.access.EndedSessions;
import org.orders.application.access.InMemoryCredentialRepository;
import org.orders.application.access.InMemoryLoginAttempts;
import org.orders.application.access.InMemorySessionRepository;
import org.orders.application.access.PlainAccessTokens;
import org.orders.application.access.PlainPasswords;
import org.orders.application.access.PlainRefreshTokens;
import org.orders.application.access.Role;
import org.orders.application.catalog.CatalogUseCases;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.InMemoryProductQueries;
import org.orders.application.catalog.InMemoryProductRepository;
import org.orders.application.customer.CustomerUseCases;
import org.orders.application.customer.InMemoryCustomerQueries;
import org.orders.application.customer.InMemoryCustomerRepository;
import org.orders.application.inventory.InMemoryMovementQueries;
import org.orders.application.inventory.InMemoryStockRepository;
import org.orders.application.inventory.InventoryUseCases;
import org.orders.application.order.CountingOrderNumbers;
import org.orders.application.order.InMemoryOrderPlacements;
import org.orders.application.order.InMemoryOrderQueries;
import org.orders.application.order.InMemoryOrderRepository;
import org.orders.application.order.InMemoryOverdueOrders;
import org.orders.application.order.OrderSteps;
import org.orders.application.order.OrderUseCases;
import org.orders.application.order.OrderView;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.application.payment.InMemoryPaymentQueries;
import org.orders.application.payment.InMemoryPaymentRepository;
import org.orders.application.payment.PaymentUseCases;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryIdempotencyStore;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Retention;
import org.orders.application.shared.TestClock;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;

/** One replica of the whole service without its adapters, over a database in memory. */
public final class Shop {

  public static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

  public static final AccessPolicy POLICY =
      new AccessPolicy(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofHours(1));

  /** The whole of a list, as far as a test can fill it. */
  public static final PageRequest ALL = new PageRequest(200, null, true);

  public final InMemoryDatabase database;
  public final TestClock clock;
  public final CountingIds ids;

  public final InMemoryStockRepository stock;
  public final InMemoryProductRepository products;
  public final InMemoryProductQueries productQueries;
  public final InMemoryCustomerRepository customers;
  public final InMemoryPaymentRepository payments;
  public final InMemoryOrderRepository orderRepository;
  public final InMemoryOrderQueries orderQueries;
  public final InMemoryMovementQueries movements;
  public final InMemoryCredentialRepository credentials;
  public final InMemorySessionRepository sessions;
  public final InMemoryIdempotencyStore answers;
  public final InMemoryLoginAttempts attempts;
  public final PlainPasswords passwords = new PlainPasswords();
  public final PlainAccessTokens accessTokens;
  public final PlainRefreshTokens refreshTokens = new PlainRefreshTokens();
  public final EndedSessions ended;

  /** How long the throttle made callers wait. */
  public final List<Duration> pauses = new ArrayList<>();

  public final OrderUseCases orders;
  public final PaymentUseCases payment;
  public final CatalogUseCases catalog;
  public final InventoryUseCases inventory;
  public final CustomerUseCases customer;
  public final AccessUseCases access;
  public final Retention retention;

  private final AtomicInteger skus;

  public Shop() {
    this(
        new InMemoryDatabase(),
        new TestClock(),
        new CountingIds(),
        new CountingOrderNumbers(),
        new PlainAccessTokens(),
        new AtomicInteger());
  }

  private Shop(
      InMemoryDatabase database,
      TestClock clock,
      CountingIds ids,
      CountingOrderNumbers numbers,
      PlainAccessTokens accessTokens,
      AtomicInteger skus) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.numbers = numbers;
    this.accessTokens = accessTokens;
    this.skus = skus;
    stock = new InMemoryStockRepository(database);
    products = new InMemoryProductRepository(database, stock);
    productQueries = new InMemoryProductQueries(database);
    customers = new InMemoryCustomerRepository(database);
    payments = new InMemoryPaymentRepository(database);
    orderRepository = new InMemoryOrderRepository(database, stock);
    orderQueries = new InMemoryOrderQueries(database, payments);
    movements = new InMemoryMovementQueries(database);
    credentials = new InMemoryCredentialRepository(database);
    sessions = new InMemorySessionRepository(database);
    answers = new InMemoryIdempotencyStore(database);
    attempts = new InMemoryLoginAttempts(database);
    ended = new EndedSessions(sessions, database, clock, POLICY.longestAccess());
    Idempotency idempotency = new Idempotency(answers, clock);
    OrderSteps steps = new OrderSteps(orderRepository, payments, ids);
    EndSessions endSessions = new EndSessions(sessions, ended, database, clock);
    orders =
        new OrderUseCases(
            orderRepository,
            new InMemoryOrderPlacements(database, customers, orderRepository, answers),
            orderQueries,
            numbers,
            new InMemoryOverdueOrders(database),
            steps,
            products,
            stock,
            customers,
            credentials,
            idempotency,
            database,
            ids,
            clock,
            TIME_TO_PAY);
    payment =
        new PaymentUseCases(
            payments,
            new InMemoryPaymentQueries(database),
            orderRepository,
            steps,
            idempotency,
            database,
            clock,
            EnumSet.of(Role.ADMIN, Role.SERVICE));
    catalog =
        new CatalogUseCases(products, productQueries, stock, idempotency, database, ids, clock);
    inventory =
        new InventoryUseCases(stock, productQueries, movements, idempotency, database, clock);
    customer =
        new CustomerUseCases(
            customers,
            new InMemoryCustomerQueries(database),
            credentials,
            passwords,
            endSessions,
            idempotency,
            database,
            ids,
            clock);
    access =
        new AccessUseCases(
            credentials,
            passwords,
            sessions,
            ended,
            endSessions,
            accessTokens,
            refreshTokens,
            attempts,
            POLICY,
            pauses::add,
            database,
            ids,
            clock);
    retention = new Retention(answers, sessions, attempts, database, clock);
  }

  private final CountingOrderNumbers numbers;

  /** Another replica, which shares the database and remembers things of its own. */
  public Shop replica() {
    return new Shop(database, clock, ids, numbers, accessTokens, skus);
  }

  /** What took effect now. */
  public static <R> R done(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Done<R>(var result) -> result;
      case Outcome.Replayed<R> _ -> throw new AssertionError("replayed");
    };
  }

  /** What was answered before. */
  public static <R> String replayed(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Done<R> _ -> throw new AssertionError("done anew");
      case Outcome.Replayed<R>(var answer) -> answer;
    };
  }

  /** Once only under the key; the answer kept is the result's text. */
  public static <R> Once<R> once(String key) {
    return once(key, "the request");
  }

  public static <R> Once<R> once(String key, String request) {
    return new Once<>(new IdempotencyClaim("caller", key, request), Object::toString);
  }

  public ProductId product(String euros, long inventory) {
    String sku = "SKU-" + skus.incrementAndGet();
    return done(catalog
            .createProduct()
            .create(
                new CreateProduct.Command(
                    Samples.ADMINISTRATOR,
                    new Sku(sku),
                    new ProductName("Product " + sku),
                    "",
                    Samples.euros(euros),
                    inventory,
                    0),
                Once.unkeyed()))
        .product()
        .id();
  }

  public Actor.Customer account(String email) {
    Customer account =
        Customer.account(new CustomerId(ids.next()), Samples.profile(email), clock.instant());
    customers.add(account);
    return new Actor.Customer(account.id());
  }

  /** What the customer wants to order for themselves. */
  public static PlaceOrder.Command wanted(Actor.Customer buyer, Basket.Line... lines) {
    return wanted(buyer, new Buyer.Known(buyer.id()), lines);
  }

  public static PlaceOrder.Command wanted(Actor actor, Buyer buyer, Basket.Line... lines) {
    return new PlaceOrder.Command(
        actor, buyer, Basket.of(Arrays.asList(lines)), null, null, null, null);
  }

  public static PlaceOrder.Command expecting(String total, PlaceOrder.Command command) {
    return new PlaceOrder.Command(
        command.actor(),
        command.buyer(),
        command.basket(),
        command.shippingAddress(),
        command.contact(),
        command.reference(),
        new BigDecimal(total));
  }

  public static Basket.Line line(ProductId product, int quantity) {
    return new Basket.Line(product, quantity);
  }

  public OrderView place(PlaceOrder.Command command) {
    return done(orders.placeOrder().place(command, Once.unkeyed()));
  }

  /** An order that was placed by its customer. */
  public Order placed(Actor.Customer buyer, Basket.Line... lines) {
    return place(wanted(buyer, lines)).order();
  }

  public Stock stock(ProductId product) {
    return stock.read(List.of(product)).getFirst();
  }

  public Order order(OrderId id) {
    return orderRepository.find(id).orElseThrow();
  }

  public List<OrderEvent> history(OrderId id) {
    return orderQueries.history(id);
  }

  /** The sum of a product's ledger. */
  public long ledger(ProductId product) {
    long sum = 0;
    PageRequest request = ALL;
    while (true) {
      Page<org.orders.application.inventory.Movement> page = movements.list(product, request);
      sum += page.items().stream().mapToLong(movement -> movement.quantity()).sum();
      if (page.next() == null) {
        return sum;
      }
      request = new PageRequest(200, page.next(), false);
    }
  }
}
