package org.orders.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.orders.application.access.AccessPolicy;
import org.orders.application.access.AccessUseCases;
import org.orders.application.access.EndSessions;
import org.orders.application.access.EndedSessions;
import org.orders.application.access.PasswordResetMails;
import org.orders.application.access.PasswordResetUseCases;
import org.orders.application.access.PlainAccessTokens;
import org.orders.application.access.PlainPasswords;
import org.orders.application.access.PlainRefreshTokens;
import org.orders.application.access.PlainResetTokens;
import org.orders.application.access.Role;
import org.orders.application.catalog.CatalogUseCases;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.customer.CustomerUseCases;
import org.orders.application.fulfilment.Fulfilling;
import org.orders.application.fulfilment.FulfilmentUseCases;
import org.orders.application.fulfilment.TestCarrier;
import org.orders.application.inventory.InventoryUseCases;
import org.orders.application.job.InMemoryJobs;
import org.orders.application.notification.InMemoryOutbox;
import org.orders.application.notification.Mails;
import org.orders.application.notification.OrderMails;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.OrderSteps;
import org.orders.application.order.OrderUseCases;
import org.orders.application.order.OrderView;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.application.payment.LocalSettlementSignal;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.PaymentUseCases;
import org.orders.application.payment.Refunding;
import org.orders.application.payment.TestGateway;
import org.orders.application.returns.ReturnUseCases;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.Retention;
import org.orders.application.shared.TestClock;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentGateways;

/** One replica of the whole service without its adapters, over a database in memory. */
public final class Replica {

  public static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

  public static final AccessPolicy POLICY =
      new AccessPolicy(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofHours(1));

  /** The whole of a list, as far as a test can fill it. */
  public static final PageRequest ALL = new PageRequest(200, null, true);

  public final InMemoryDatabase database;
  public final TestClock clock;
  public final CountingIds ids;

  public final InMemoryPersistence kept;
  public final PlainPasswords passwords = new PlainPasswords();
  public final PlainAccessTokens accessTokens;
  public final PlainRefreshTokens refreshTokens = new PlainRefreshTokens();
  public final EndedSessions ended;

  /** How long the throttle made callers wait. */
  public final List<Duration> pauses = new ArrayList<>();

  public final OrderUseCases orders;
  public final PaymentUseCases payment;
  public final FulfilmentUseCases fulfilment;
  public final ReturnUseCases returns;
  public final InMemoryJobs jobs;
  public final LocalSettlementSignal settlements = new LocalSettlementSignal();

  /** The gateway, which all replicas share. */
  public final TestGateway gateway;

  /** The carrier, likewise. */
  public final TestCarrier carrier;

  public final CatalogUseCases catalog;
  public final InventoryUseCases inventory;
  public final CustomerUseCases customer;
  public final AccessUseCases access;
  public final Retention retention;
  public final Mails mails;
  public final PlainResetTokens resetTokens = new PlainResetTokens();
  public final PasswordResetUseCases passwordResets;

  private final AtomicInteger skus;

  public Replica() {
    this(
        new InMemoryDatabase(),
        new TestClock(),
        new CountingIds(),
        new PlainAccessTokens(),
        new AtomicInteger(),
        new TestGateway(),
        new TestCarrier());
  }

  private Replica(
      InMemoryDatabase database,
      TestClock clock,
      CountingIds ids,
      PlainAccessTokens accessTokens,
      AtomicInteger skus,
      TestGateway gateway,
      TestCarrier carrier) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.accessTokens = accessTokens;
    this.skus = skus;
    this.gateway = gateway;
    this.carrier = carrier;
    kept = InMemoryPersistence.on(database);
    ended = new EndedSessions(kept.sessions(), database, clock, POLICY.longestAccess());
    Idempotency idempotency = new Idempotency(kept.idempotency(), clock);
    jobs = new InMemoryJobs(database, ids, clock);
    Refunding refunding = new Refunding(kept.payments(), kept.refunds(), jobs, ids);
    Fulfilling fulfilling = new Fulfilling(kept.shipments(), jobs, jobs, ids);
    OrderSteps steps =
        new OrderSteps(kept.orders(), kept.payments(), refunding, jobs, fulfilling, ids);
    EndSessions endSessions = new EndSessions(kept.sessions(), ended, database, clock);
    orders =
        new OrderUseCases(
            kept.orders(),
            kept.placements(),
            kept.orderQueries(),
            kept.orderNumbers(),
            kept.overdueOrders(),
            steps,
            kept.products(),
            kept.stock(),
            kept.payments(),
            kept.customers(),
            kept.credentials(),
            idempotency,
            database,
            ids,
            clock,
            TIME_TO_PAY);
    payment =
        new PaymentUseCases(
            kept.payments(),
            kept.refunds(),
            kept.paymentQueries(),
            new PaymentGateways(List.of(gateway), gateway.name()),
            kept.orders(),
            kept.orderQueries(),
            steps,
            refunding,
            settlements,
            jobs,
            idempotency,
            database,
            ids,
            clock,
            EnumSet.of(Role.ADMIN, Role.SERVICE));
    fulfilment =
        new FulfilmentUseCases(
            kept.shipments(),
            kept.carrierEvents(),
            new ShippingCarriers(List.of(carrier, TestCarrier.named("other")), TestCarrier.NAME),
            kept.orders(),
            kept.orderQueries(),
            steps,
            fulfilling,
            idempotency,
            database,
            ids,
            clock);
    returns =
        new ReturnUseCases(
            kept.returns(),
            kept.returnQueries(),
            kept.shipments(),
            kept.orders(),
            kept.orderQueries(),
            kept.payments(),
            kept.stock(),
            refunding,
            steps,
            idempotency,
            database,
            ids,
            clock);
    catalog =
        new CatalogUseCases(
            kept.products(),
            kept.productQueries(),
            kept.stock(),
            idempotency,
            database,
            ids,
            clock);
    inventory =
        new InventoryUseCases(
            kept.stock(),
            kept.productQueries(),
            kept.movements(),
            kept.alerts(),
            kept.books(),
            new InMemoryOutbox(database),
            jobs,
            idempotency,
            database,
            clock);
    customer =
        new CustomerUseCases(
            kept.customers(),
            kept.customerQueries(),
            kept.credentials(),
            passwords,
            endSessions,
            idempotency,
            database,
            ids,
            clock);
    access =
        new AccessUseCases(
            kept.credentials(),
            passwords,
            kept.sessions(),
            ended,
            endSessions,
            accessTokens,
            refreshTokens,
            kept.loginAttempts(),
            POLICY,
            pauses::add,
            database,
            ids,
            clock);
    retention =
        new Retention(
            kept.idempotency(),
            kept.sessions(),
            kept.loginAttempts(),
            kept.passwordResets(),
            database,
            clock);
    mails =
        new Mails(
            List.of(
                new OrderMails(kept.orders()),
                new PasswordResetMails(
                    kept.passwordResets(),
                    resetTokens,
                    kept.customers(),
                    clock,
                    "https://shop.example/reset?t={token}")),
            ids,
            true);
    passwordResets =
        new PasswordResetUseCases(
            kept.passwordResets(),
            resetTokens,
            kept.customers(),
            kept.credentials(),
            passwords,
            endSessions,
            mails,
            jobs,
            database,
            ids,
            clock);
  }

  /** Another replica, which shares the database and remembers things of its own. */
  public Replica another() {
    return new Replica(database, clock, ids, accessTokens, skus, gateway, carrier);
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
    kept.customers().add(account);
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

  public Payment payByInvoice(OrderId order) {
    return done(
        payment
            .payOrder()
            .pay(
                new PayOrder.Command(Samples.SERVICE, order, new PayOrder.Means.Invoice()),
                Once.unkeyed()));
  }

  /** One step of an order, by hand. */
  public OrderView walk(OrderId order, OrderStatus to) {
    return administer(order, Optional.of(to), Optional.empty());
  }

  public OrderView hold(OrderId order, boolean held) {
    return administer(order, Optional.empty(), Optional.of(held));
  }

  private OrderView administer(
      OrderId order, Optional<OrderStatus> status, Optional<Boolean> onHold) {
    return done(
        orders
            .administerOrder()
            .administer(
                new AdministerOrder.Command(
                    Samples.ADMINISTRATOR,
                    order,
                    status,
                    null,
                    onHold,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    null,
                    Precondition.none()),
                Once.unkeyed()));
  }

  public Stock stock(ProductId product) {
    return kept.stock().read(List.of(product)).getFirst();
  }

  public Order order(OrderId id) {
    return kept.orders().find(id).orElseThrow();
  }

  public List<OrderEvent> history(OrderId id) {
    return kept.orderQueries().history(id);
  }

  /** The sum of a product's ledger. */
  public long ledger(ProductId product) {
    long sum = 0;
    PageRequest request = ALL;
    while (true) {
      Page<org.orders.application.inventory.Movement> page =
          kept.movements().list(product, request);
      sum += page.items().stream().mapToLong(movement -> movement.quantity()).sum();
      if (page.next() == null) {
        return sum;
      }
      request = new PageRequest(200, page.next(), false);
    }
  }
}
