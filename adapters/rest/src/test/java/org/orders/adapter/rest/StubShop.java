package org.orders.adapter.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.orders.application.access.AccessTokens;
import org.orders.application.access.AuthenticateBearer;
import org.orders.application.access.Caller;
import org.orders.application.access.ChangePassword;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.IssueClientToken;
import org.orders.application.access.LogIn;
import org.orders.application.access.LogOut;
import org.orders.application.access.PublicKeys;
import org.orders.application.access.RefreshSession;
import org.orders.application.access.Role;
import org.orders.application.access.SessionId;
import org.orders.application.access.Tokens;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductView;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.customer.ChangeCustomer;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.customer.ReadCustomers;
import org.orders.application.customer.RegisterCustomer;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.ReadMovements;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobId;
import org.orders.application.job.JobNotDead;
import org.orders.application.job.JobState;
import org.orders.application.job.ReadJobs;
import org.orders.application.job.RetryJob;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.CancelOrder;
import org.orders.application.order.ChangeOrder;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.OrderView;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PreviewOrder;
import org.orders.application.order.ReadOrders;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.payment.ReadPayments;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyStore;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.OrderState;
import org.orders.domain.payment.PaymentMethodUnavailable;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.NotFound;

/**
 * A shop behind the driving ports that forgets everything with the JVM: just enough for the HTTP
 * adapter to have somebody to talk to. Tokens say in plain words who their bearer is: {@code
 * admin}, {@code service}, {@code customer:<id>}, {@code guest:<order id>}.
 */
@Dependent
class StubShop {

  static final Instant NOW = Samples.NOW;
  private static final Map<CustomerId, Customer> CUSTOMERS = new ConcurrentHashMap<>();
  private static final Map<ProductId, ProductView> PRODUCTS = new ConcurrentHashMap<>();
  private static final Map<OrderId, OrderView> ORDERS = new ConcurrentHashMap<>();
  private static final AtomicLong IDS = new AtomicLong(1_000_000);
  private static final Idempotency IDEMPOTENCY =
      new Idempotency(new RememberedAnswers(), InstantSource.fixed(NOW));

  private static UUID nextId() {
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
    public synchronized void record(IdempotencyClaim claim, String answer, Instant at) {
      entries.put(claim.scope() + " " + claim.key(), new Entry(claim.fingerprint(), answer));
    }

    @Override
    public int forgetBefore(Instant time, int max) {
      return 0;
    }
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Produces
  @Singleton
  Fingerprints fingerprints() {
    return content -> "hash-" + content.hashCode() + "-" + content.length();
  }

  @Produces
  @Singleton
  AuthenticateBearer authenticateBearer() {
    return token -> {
      String[] parts = token.split(":");
      SessionId session = new SessionId(Samples.id(1));
      return switch (parts[0]) {
        case "admin" -> new Caller(Samples.ADMINISTRATOR, Role.ADMIN, session);
        case "service" -> new Caller(Samples.SERVICE, Role.SERVICE, session);
        case "customer" ->
            new Caller(
                new Actor.Customer(new CustomerId(UUID.fromString(parts[1]))),
                Role.CUSTOMER,
                session);
        case "guest" ->
            new Caller(new Actor.Guest(new OrderId(UUID.fromString(parts[1]))), Role.GUEST, null);
        default -> throw new InvalidToken();
      };
    };
  }

  @Produces
  @Singleton
  AccessTokens accessTokens() {
    return new AccessTokens() {
      @Override
      public String issue(
          org.orders.application.access.Subject subject,
          SessionId session,
          Instant at,
          java.time.Duration lifetime) {
        throw new UnsupportedOperationException();
      }

      @Override
      public String issueForOrder(OrderId order, Instant placedAt) {
        return "guest:" + order.value();
      }

      @Override
      public Caller read(String token, Instant now) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Produces
  @Singleton
  LogIn logIn() {
    return command -> {
      if (!command.password().equals("correct horse")) {
        throw new InvalidCredentials();
      }
      return new Tokens("admin", "refresh", 900);
    };
  }

  @Produces
  @Singleton
  RefreshSession refreshSession() {
    return token -> {
      throw new InvalidToken();
    };
  }

  @Produces
  @Singleton
  LogOut logOut() {
    return caller -> {};
  }

  @Produces
  @Singleton
  ChangePassword changePassword() {
    return (caller, current, next) -> {};
  }

  @Produces
  @Singleton
  IssueClientToken issueClientToken() {
    return (id, secret, address) -> {
      if (!id.equals("warehouse") || !secret.equals("s3cret")) {
        throw new InvalidCredentials();
      }
      return new Tokens("service", null, 3600);
    };
  }

  @Produces
  @Singleton
  PublicKeys publicKeys() {
    return () -> "{\"keys\":[]}";
  }

  @Produces
  @Singleton
  RegisterCustomer registerCustomer() {
    return (command, once) ->
        IDEMPOTENCY.perform(
            once,
            () -> {
              var customer = Customer.account(new CustomerId(nextId()), command.profile(), NOW);
              CUSTOMERS.put(customer.id(), customer);
              return customer;
            });
  }

  @Produces
  @Singleton
  ReadCustomers readCustomers() {
    return new ReadCustomers() {
      @Override
      public Customer read(Actor actor, CustomerId id) {
        return customer(actor, id);
      }

      @Override
      public Page<Customer> list(CustomerFilter filter, PageRequest page) {
        return slice(List.copyOf(CUSTOMERS.values()), page);
      }
    };
  }

  private static Customer customer(Actor actor, CustomerId id) {
    return Optional.ofNullable(CUSTOMERS.get(id))
        .filter(it -> it.isOpenTo(actor))
        .orElseThrow(() -> new NotFound("customer"));
  }

  @Produces
  @Singleton
  ChangeCustomer changeCustomer() {
    return (command, once) -> {
      Customer present = customer(command.actor(), command.customer());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Customer changed = present.change(command.change().apply(present.profile()), NOW);
            CUSTOMERS.put(changed.id(), changed);
            return changed;
          });
    };
  }

  @Produces
  @Singleton
  DeactivateCustomer deactivateCustomer() {
    return command -> {
      Customer present = customer(command.actor(), command.customer());
      command.precondition().check(present);
      CUSTOMERS.put(present.id(), present.deactivate(NOW));
    };
  }

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
      public ProductView read(ProductId id) {
        return product(id);
      }

      @Override
      public Page<ProductView> list(ProductFilter filter, PageRequest page) {
        List<ProductView> all = new ArrayList<>(PRODUCTS.values());
        return slice(all, page);
      }
    };
  }

  private static ProductView product(ProductId id) {
    return Optional.ofNullable(PRODUCTS.get(id)).orElseThrow(() -> new NotFound("product"));
  }

  private static <T> Page<T> slice(List<T> all, PageRequest page) {
    int from = page.after() == null ? 0 : Integer.parseInt(page.after().value());
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to),
        to < all.size() ? new PageRequest.Position(Integer.toString(to)) : null,
        page.count() ? (long) all.size() : null);
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
  PlaceOrder placeOrder() {
    return (command, once) -> IDEMPOTENCY.perform(once, () -> place(command));
  }

  private static OrderView place(PlaceOrder.Command command) {
    Map<ProductId, Product> products = new HashMap<>();
    PRODUCTS.forEach((id, view) -> products.put(id, view.product()));
    List<Shortage> shortages = new ArrayList<>();
    command
        .basket()
        .quantities()
        .forEach(
            (id, wanted) -> {
              if (!PRODUCTS.containsKey(id)) {
                throw new UnknownProduct(id);
              }
              long there = PRODUCTS.get(id).stock().available();
              if (there < wanted) {
                shortages.add(new Shortage(id, wanted, there));
              }
            });
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
    var lines = OrderLines.sell(command.basket(), products, () -> new OrderItemId(nextId()));
    CustomerId customer =
        switch (command.buyer()) {
          case PlaceOrder.Buyer.Known(var id) -> id;
          case PlaceOrder.Buyer.Guest _ -> new CustomerId(nextId());
        };
    var draft =
        new Order.Draft(
            new OrderId(nextId()),
            new OrderNumber(Long.toString(IDS.get())),
            command.reference(),
            customer,
            lines,
            Optional.ofNullable(command.shippingAddress()).orElse(Samples.address()),
            Optional.ofNullable(command.contact()).orElse(Samples.contact()));
    Order order =
        Order.place(draft, java.time.Duration.ofMinutes(30), command.actor(), NOW).order();
    OrderView view = new OrderView(order, null, List.of());
    ORDERS.put(order.id(), view);
    return view;
  }

  @Produces
  @Singleton
  PreviewOrder previewOrder() {
    return command -> {
      Map<ProductId, Product> products = new HashMap<>();
      PRODUCTS.forEach((id, view) -> products.put(id, view.product()));
      return new PreviewOrder.Preview(
          OrderLines.sell(command.basket(), products, () -> new OrderItemId(nextId())), List.of());
    };
  }

  @Produces
  @Singleton
  ReadOrders readOrders() {
    return new ReadOrders() {
      @Override
      public OrderView read(Actor actor, OrderId id) {
        return order(actor, id);
      }

      @Override
      public List<OrderEvent> history(Actor actor, OrderId id) {
        order(actor, id);
        return List.of(
            new OrderEvent.Placed(NOW, actor),
            new OrderEvent.Noted(
                NOW, Samples.ADMINISTRATOR, new org.orders.domain.shared.Reason("fragile")));
      }

      @Override
      public Page<OrderView> ofCustomer(
          Actor actor, CustomerId customer, OrderFilter filter, PageRequest page) {
        customer(actor, customer);
        return slice(
            ORDERS.values().stream()
                .filter(it -> it.order().customerId().equals(customer))
                .toList(),
            page);
      }

      @Override
      public Page<OrderView> list(OrderFilter filter, PageRequest page) {
        if ("fault".equals(filter.query())) {
          throw new IllegalStateException("password=topsecret at Some.Class");
        }
        return slice(List.copyOf(ORDERS.values()), page);
      }
    };
  }

  private static OrderView order(Actor actor, OrderId id) {
    return Optional.ofNullable(ORDERS.get(id))
        .filter(it -> it.order().isOpenTo(actor, NOW))
        .orElseThrow(() -> new NotFound("order"));
  }

  @Produces
  @Singleton
  ChangeOrder changeOrder() {
    return (command, once) -> {
      OrderView present = order(command.actor(), command.order());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Order changed =
                command
                    .shippingAddress()
                    .map(to -> present.order().changeAddress(to, command.actor(), NOW).order())
                    .orElse(present.order());
            var view = new OrderView(changed, present.payment(), present.notes());
            ORDERS.put(changed.id(), view);
            return view;
          });
    };
  }

  @Produces
  @Singleton
  CancelOrder cancelOrder() {
    return (command, once) -> {
      OrderView present = order(command.actor(), command.order());
      return IDEMPOTENCY.perform(
          once,
          () -> {
            command.precondition().check(present);
            Order cancelled =
                present
                    .order()
                    .on(new OrderState.Trigger.Cancel(NOW), command.actor(), command.reason(), NOW)
                    .order();
            var view = new OrderView(cancelled, present.payment(), present.notes());
            ORDERS.put(cancelled.id(), view);
            return view;
          });
    };
  }

  @Produces
  @Singleton
  AdministerOrder administerOrder() {
    return (command, once) ->
        IDEMPOTENCY.perform(
            once,
            () -> {
              OrderView present = order(command.actor(), command.order());
              command.precondition().check(present);
              return present;
            });
  }

  @Produces
  @Singleton
  PayOrder payOrder() {
    return (command, once) -> {
      throw new PaymentMethodUnavailable();
    };
  }

  @Produces
  @Singleton
  CapturePayment capturePayment() {
    return (command, once) -> {
      throw new NotFound("payment");
    };
  }

  @Produces
  @Singleton
  ReadPayments readPayments() {
    return new ReadPayments() {
      @Override
      public org.orders.domain.payment.Payment read(
          Actor actor, org.orders.domain.payment.PaymentId id) {
        throw new NotFound("payment");
      }

      @Override
      public Page<org.orders.domain.payment.Payment> list(PaymentFilter filter, PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }

  @Produces
  @Singleton
  ReadJobs readJobs() {
    return new ReadJobs() {
      @Override
      public Job read(JobId id) {
        throw new NotFound("job");
      }

      @Override
      public Page<Job> list(JobFilter filter, PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }

  @Produces
  @Singleton
  RetryJob retryJob() {
    return (command, once) -> {
      throw new JobNotDead(JobState.READY);
    };
  }
}
