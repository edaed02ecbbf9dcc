package org.orders.adapter.rest.problem;

import static java.lang.reflect.Modifier.isAbstract;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.application.access.Forbidden;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.ResetTokenInvalid;
import org.orders.application.access.TooManyRequests;
import org.orders.application.access.UnknownUser;
import org.orders.application.catalog.ImportIdTaken;
import org.orders.application.job.JobAlreadyWaiting;
import org.orders.application.job.JobNotDead;
import org.orders.application.job.JobState;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.application.shared.IdempotencyKeyReused;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.catalog.ProductDiscontinued;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.CustomerInactive;
import org.orders.domain.customer.EmailTaken;
import org.orders.domain.customer.UnknownCustomer;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.fulfilment.FulfilmentExceedsOrder;
import org.orders.domain.fulfilment.IllegalShipmentTransition;
import org.orders.domain.fulfilment.NotShipped;
import org.orders.domain.fulfilment.PartiallyShipped;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.fulfilment.UnknownCarrier;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OnHold;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.PriceChanged;
import org.orders.domain.order.UnknownItem;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.IllegalPaymentTransition;
import org.orders.domain.payment.PaymentInProgress;
import org.orders.domain.payment.PaymentMethodUnavailable;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.payment.RefundExceedsPayment;
import org.orders.domain.returns.IllegalReturnTransition;
import org.orders.domain.returns.ReturnExceedsDelivery;
import org.orders.domain.returns.ReturnStatus;
import org.orders.domain.shared.AmountOutOfRange;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.MixedCurrencies;
import org.orders.domain.shared.NotFound;
import org.orders.domain.shared.Refusal;

/** Whether every problem has a page. */
class ProblemPagesTest {

  private static final List<Refusal> SAMPLES =
      List.of(
          new Forbidden(),
          new InvalidCredentials(),
          new InvalidToken(),
          new TooManyRequests(java.time.Duration.ofSeconds(3)),
          new UnknownUser(),
          new ResetTokenInvalid(),
          new JobAlreadyWaiting(),
          new JobNotDead(JobState.READY),
          new IdempotencyKeyInFlight(),
          new IdempotencyKeyReused(),
          new StaleVersion(),
          new ProductDiscontinued(Samples.productId(1)),
          new SkuTaken(),
          new ImportIdTaken(),
          new UnknownProduct(Samples.productId(1)),
          new CustomerInactive(),
          new EmailTaken(),
          new UnknownCustomer(),
          new InsufficientStock(List.of()),
          new IllegalTransition(OrderStatus.SHIPPED, OrderStatus.CANCELLED),
          new OnHold(),
          new PriceChanged(Samples.euros("1.00")),
          new AlreadyPaid(),
          new IllegalPaymentTransition(PaymentStatus.VOIDED, PaymentStatus.CAPTURED),
          new PaymentMethodUnavailable(),
          new GatewayUnavailable(),
          new CarrierUnavailable(),
          new PaymentInProgress(),
          new RefundExceedsPayment(Samples.euros("1.00")),
          new PartiallyShipped(),
          new NotShipped(),
          new FulfilmentExceedsOrder(Pieces.NONE),
          new IllegalShipmentTransition(ShipmentStatus.CREATED, ShipmentStatus.DELIVERED),
          new UnknownCarrier(),
          new UnknownItem(new OrderItemId(Samples.id(1))),
          new ReturnExceedsDelivery(Pieces.NONE),
          new IllegalReturnTransition(ReturnStatus.REJECTED, ReturnStatus.APPROVED),
          new AmountOutOfRange(),
          new ConcurrentChange(),
          new InvalidValue("name", "is required"),
          new MixedCurrencies(Samples.EUR, Samples.JPY),
          new NotFound("order"));

  @Test
  void samplesCoverEveryRefusal() throws IOException {
    Set<Class<?>> sampled = SAMPLES.stream().map(Object::getClass).collect(Collectors.toSet());
    Set<Class<?>> all =
        Stream.concat(refusals(Refusal.class), refusals(Forbidden.class))
            .collect(Collectors.toSet());
    assertThat(sampled).isEqualTo(all);
  }

  @Test
  void everyRefusalHasAPage() {
    assertThat(SAMPLES)
        .allSatisfy(refusal -> assertThat(ProblemPages.page(refusal.code())).isNotNull());
  }

  @ParameterizedTest
  @EnumSource(HttpProblem.class)
  void everyProblemOfHttpHasAPage(HttpProblem problem) {
    assertThat(ProblemPages.page(problem.code())).contains("<h1>");
  }

  @Test
  void theIndexListsAllPages() throws Exception {
    Path folder = Path.of(getClass().getClassLoader().getResource("problems/index.txt").toURI());
    Set<String> listed = new TreeSet<>(Files.readAllLines(folder));
    try (Stream<Path> files = Files.list(folder.getParent())) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".html"))
              .map(name -> name.replace(".html", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(there).isEqualTo(listed);
    }
  }

  @Test
  void aProblemTellsWhatTheRefusalKnowsAndNothingElse() {
    Problem problem = Problem.of(new PriceChanged(Samples.euros("12.50")));
    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.json("/orders", "trace"))
        .contains("\"type\":\"/problems/price-changed\"", "\"totalAmount\":12.50")
        .doesNotContain("Exception");
    assertThat(Problem.of(new TooManyRequests(java.time.Duration.ofMillis(1500))).headers())
        .isEqualTo(Map.of("Retry-After", "2"));
  }

  /** The concrete refusals in the module of a class, from its folder or its archive. */
  private static Stream<Class<?>> refusals(Class<?> of) throws IOException {
    URI place = URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString());
    Path root = Path.of(place);
    if (Files.isDirectory(root)) {
      return refusals(root);
    }
    try (var archive = FileSystems.newFileSystem(root)) {
      return refusals(archive.getPath("/"));
    }
  }

  private static Stream<Class<?>> refusals(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(ProblemPagesTest::load)
          .filter(type -> Refusal.class.isAssignableFrom(type) && !isAbstract(type.getModifiers()))
          .toList()
          .stream();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ProblemPagesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
