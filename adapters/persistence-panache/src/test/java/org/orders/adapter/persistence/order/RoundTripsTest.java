package org.orders.adapter.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.adapter.persistence.shared.Wire;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.order.OrderFilter;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentDecision;
import org.orders.domain.payment.PaymentId;

/** How often the database is asked, counted on the wire: an order costs one round trip. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class RoundTripsTest {

  private static final PageRequest PAGE = new PageRequest(200, null, false);

  @Inject PostgresPersistence kept;
  Wire wire;

  private Shop shop;

  @BeforeEach
  void openTheShop() {
    shop = new Shop(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 2_000})
  void anOrderIsPlacedInOneRoundTripHoweverManyLinesItHas(int lines) {
    Customer customer = shop.customer();
    List<Product> products = shop.products(lines, 5);
    Basis basis = shop.basis(customer, products);
    OrderDecision decision = shop.decide(customer, basis, products, 2);
    IdempotencyClaim claim = new IdempotencyClaim("somebody", "key " + Shop.newId(), "f");

    List<String> trips =
        waited(() -> assertThat(shop.place(decision, basis, claim)).isEqualTo(new Result.Placed()));

    assertThat(trips).as("statement and commit in one").hasSize(1);
  }

  @Test
  void itStaysOneRoundTripOnceTheDriverPreparesTheStatement() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(2, 100);
    Basis basis = shop.basis(customer, products);

    for (int time = 0; time < 12; time++) {
      OrderDecision decision = shop.decide(customer, basis, products, 1);
      assertThat(waited(() -> shop.place(decision, basis, null))).hasSize(1);
    }
  }

  @Test
  void whatIsRememberedCostsNothingAndTheRestTwo() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(20, 5);
    List<ProductId> ids = products.stream().map(Product::id).toList();

    assertThat(waited(() -> kept.placements().read(customer.id(), ids, Freshness.CACHED)))
        .hasSize(2);
    assertThat(waited(() -> kept.placements().read(customer.id(), ids, Freshness.CACHED)))
        .isEmpty();
    assertThat(waited(() -> kept.placements().read(customer.id(), ids, Freshness.FRESH)))
        .hasSize(2);
    assertThat(waited(() -> kept.placements().read(null, ids, Freshness.CACHED))).isEmpty();
  }

  @Test
  void aShortageCostsOneRoundTrip() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(5, 1);
    Basis basis = shop.basis(customer, products);
    OrderDecision decision = shop.decide(customer, basis, products, 2);

    assertThat(
            waited(
                () ->
                    assertThat(shop.place(decision, basis, null)).isInstanceOf(Result.Short.class)))
        .hasSize(1);
  }

  @Test
  void twoHundredOrdersWithLinesAndPaymentsAreListedInTwo() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(3, 1_000);
    for (int index = 0; index < 200; index++) {
      Order order = shop.order(customer, products, 1);
      if (index % 2 == 0) {
        kept.work().run(() -> kept.payments().add(payment(order)));
      }
    }
    OrderFilter filter = new OrderFilter(null, customer.id(), null, null, null);

    assertThat(
            waited(() -> assertThat(kept.orderQueries().list(filter, PAGE).items()).hasSize(200)))
        .hasSize(2);
    assertThat(waited(() -> kept.orderQueries().list(filter, new PageRequest(200, null, true))))
        .as("with their number")
        .hasSize(3);
  }

  @Test
  void readingCostsAFixedNumberOfRoundTrips() {
    Order order = shop.order(2);
    ProductId product = order.lines().items().getFirst().productId();

    assertThat(waited(() -> kept.orderQueries().find(order.id()))).hasSize(3);
    assertThat(waited(() -> kept.orderQueries().history(order.id()))).hasSize(1);
    assertThat(waited(() -> kept.productQueries().find(product))).hasSize(1);
    assertThat(waited(() -> kept.productQueries().list(new ProductFilter(null, false), PAGE)))
        .hasSize(1);
    assertThat(waited(() -> kept.paymentQueries().list(new PaymentFilter(null, null), PAGE)))
        .hasSize(1);
    assertThat(waited(() -> kept.movements().list(product, PAGE))).hasSize(1);
  }

  @Test
  void howManyUnknownWordsAreSoughtMakesNoDifference() {
    String words =
        IntStream.range(0, 40)
            .mapToObj(n -> "xw" + (char) ('a' + n % 20) + (char) ('a' + n / 20))
            .collect(Collectors.joining(" "));

    List<String> trips =
        waited(() -> kept.productQueries().list(new ProductFilter(words, false), PAGE));

    assertThat(trips).as("terms, six steps, words in use").hasSize(8);
  }

  @Test
  void aDecisionAboutAnOrderIsSavedInOneStatement() {
    Order order = shop.order(shop.customer(), shop.products(50, 5), 2);

    List<String> trips =
        waited(
            () ->
                kept.work()
                    .run(
                        () -> {
                          Order present = kept.orders().lock(order.id()).orElseThrow();
                          kept.orders()
                              .save(
                                  present.on(
                                      new Trigger.Cancel(Shop.NOW), Shop.ADMIN, null, Shop.NOW));
                        }));

    assertThat(trips).as("row, lines, decision, commit").hasSize(4);
  }

  @Test
  void stockOfManyProductsIsChangedInOneStatement() {
    List<StockChange> changes =
        shop.products(100, 5).stream().map(product -> StockChange.adjust(product.id(), 1)).toList();

    List<String> trips =
        waited(() -> kept.work().run(() -> kept.stock().apply(changes, Shop.cause("delivery"))));

    assertThat(trips).as("change, commit").hasSize(2);
  }

  @Test
  void aHundredNumbersCostOneRoundTrip() {
    assertThat(
            waited(
                () -> {
                  for (int index = 0; index < 1_000; index++) {
                    kept.orderNumbers().next();
                  }
                }))
        .hasSize(10);
  }

  /** The statements that the work waited for. */
  private List<String> waited(Runnable work) {
    wire.roundTrips();
    work.run();
    return wire.roundTrips();
  }

  private static PaymentDecision payment(Order order) {
    return Payment.byInvoice(new PaymentId(Shop.newId()), order.id(), order.total(), Shop.NOW);
  }
}
