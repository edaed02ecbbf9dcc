package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.expecting;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.wanted;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.JPY;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.euros;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductDiscontinued;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerInactive;
import org.orders.domain.customer.UnknownCustomer;
import org.orders.domain.inventory.InsufficientStock;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.PriceChanged;
import org.orders.domain.order.Reference;
import org.orders.domain.shared.MixedCurrencies;
import org.orders.domain.shared.Money;

class PlaceOrderTest {

  private final Replica shop = new Replica();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final ProductId cup = shop.product("2.50", 5);

  @Test
  void aCustomerOrdersForThemselvesAndTheStockIsReserved() {
    Order order = shop.placed(somchai, line(tea, 2), line(cup, 4));

    assertThat(shop.order(order.id())).isEqualTo(order);
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.total()).isEqualTo(euros("30.00"));
    assertThat(order.customerId()).isEqualTo(somchai.id());
    assertThat(order.placedAt()).isEqualTo(shop.clock.instant());
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 8, 2));
    assertThat(shop.stock(cup)).isEqualTo(new Stock(cup, 1, 4));
    assertThat(shop.history(order.id()))
        .containsExactly(new OrderEvent.Placed(order.placedAt(), somchai));
  }

  @Test
  void theLedgerNamesTheOrderAndWhoPlacedIt() {
    Order order = shop.placed(somchai, line(tea, 2));

    var movement = shop.kept.movements().list(tea, Replica.ALL).items().getFirst();
    assertThat(movement.quantity()).isEqualTo(-2);
    assertThat(movement.balance()).isEqualTo(8);
    assertThat(movement.order()).isEqualTo(order.id());
    assertThat(movement.actor()).isEqualTo(somchai);
  }

  @Test
  void whereNothingElseIsSaidItGoesToTheCustomerThemselves() {
    Order order = shop.placed(somchai, line(tea, 1));

    assertThat(order.shippingAddress()).isEqualTo(Samples.address());
    assertThat(order.contact()).isEqualTo(Samples.contact());
  }

  @Test
  void itGoesWhereTheCallerSaysUnderTheCallersReference() {
    PlaceOrder.Command wanted = wanted(somchai, line(tea, 1));

    Order order =
        shop.place(
                new PlaceOrder.Command(
                    somchai,
                    wanted.buyer(),
                    wanted.basket(),
                    Samples.otherAddress(),
                    Samples.contact(),
                    new Reference("536365"),
                    null))
            .order();

    assertThat(order.shippingAddress()).isEqualTo(Samples.otherAddress());
    assertThat(order.reference()).isEqualTo(new Reference("536365"));
  }

  @Test
  void staffOrderForAnyCustomer() {
    Buyer buyer = new Buyer.Known(somchai.id());

    assertThat(shop.place(wanted(ADMINISTRATOR, buyer, line(tea, 1))).order().customerId())
        .isEqualTo(somchai.id());
    assertThat(shop.place(wanted(SERVICE, buyer, line(tea, 1))).order().customerId())
        .isEqualTo(somchai.id());
  }

  @Test
  void aForeignCustomerIsAsUnknownAsNone() {
    Actor.Customer other = shop.account("other@example.com");
    Buyer foreign = new Buyer.Known(other.id());
    Buyer nobody = new Buyer.Known(new CustomerId(Samples.id(1)));

    assertRefused(wanted(somchai, foreign, line(tea, 1)), UnknownCustomer.class);
    assertRefused(wanted(somchai, nobody, line(tea, 1)), UnknownCustomer.class);
    assertRefused(wanted(SERVICE, nobody, line(tea, 1)), UnknownCustomer.class);
    assertRefused(wanted(ANONYMOUS, foreign, line(tea, 1)), UnknownCustomer.class);
  }

  @Test
  void whoHasLeftOrdersNothingAlsoWhereTheyAreRemembered() {
    shop.placed(somchai, line(tea, 1));
    shop.customer
        .deactivateCustomer()
        .deactivate(new DeactivateCustomer.Command(somchai, somchai.id(), Precondition.none()));

    assertRefused(wanted(somchai, line(tea, 1)), CustomerInactive.class);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 9, 1));
  }

  @Test
  void everyOrderOfAGuestBringsACustomerRecordOfItsOwn() {
    Buyer guest = new Buyer.Guest(Samples.profile("somchai@example.com"));

    Order one = shop.place(wanted(ANONYMOUS, guest, line(tea, 1))).order();
    Order other = shop.place(wanted(ANONYMOUS, guest, line(tea, 1))).order();

    assertThat(one.customerId()).isNotEqualTo(other.customerId()).isNotEqualTo(somchai.id());
    Customer record = shop.kept.customers().find(one.customerId()).orElseThrow();
    assertThat(record.kind()).isEqualTo(Customer.Kind.GUEST);
    assertThat(record.profile()).isEqualTo(Samples.profile("somchai@example.com"));
    assertThat(one.contact()).isEqualTo(record.contact());
  }

  @Test
  void aRefusedGuestLeavesNoRecord() {
    Buyer guest = new Buyer.Guest(Samples.profile("guest@example.com"));

    assertRefused(wanted(ANONYMOUS, guest, line(tea, 11)), InsufficientStock.class);

    assertThat(shop.customer.readCustomers().list(everybody(), Replica.ALL).items()).hasSize(1);
  }

  @Test
  void theSameProductTwiceIsOneLine() {
    Order order = shop.placed(somchai, line(tea, 2), line(cup, 1), line(tea, 3));

    assertThat(order.lines().items()).hasSize(2);
    assertThat(order.lines().items().getFirst().quantity()).isEqualTo(5);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 5, 5));
  }

  @Test
  void anOrderThatCostsNothingIsConfirmedAtOnce() {
    ProductId sample = shop.product("0", 3);

    assertThat(shop.placed(somchai, line(sample, 1)).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.stock(sample)).isEqualTo(new Stock(sample, 2, 1));
  }

  @Test
  void theExpectedTotalPassesHoweverManyZerosItHas() {
    assertThat(total(expecting("25", wanted(somchai, line(tea, 2), line(cup, 2)))))
        .isEqualTo(Samples.euros("25.00"));
    assertThat(total(expecting("2.500", wanted(somchai, line(cup, 1)))))
        .isEqualTo(Samples.euros("2.50"));
  }

  @Test
  void anotherTotalThanExpectedIsRefusedWithTheRightOne() {
    assertThatThrownBy(() -> shop.place(expecting("24.99", wanted(somchai, line(tea, 2)))))
        .isInstanceOfSatisfying(
            PriceChanged.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("totalAmount", new BigDecimal("20.00"))
                    .containsEntry("currency", "EUR"));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void productsThatAreUnknownDiscontinuedOrOfAnotherCurrencyAreRefused() {
    ProductId yen = yenProduct();
    discontinue(cup);

    assertRefused(
        wanted(somchai, line(tea, 1), line(Samples.productId(1), 1)), UnknownProduct.class);
    assertRefused(wanted(somchai, line(tea, 1), line(cup, 1)), ProductDiscontinued.class);
    assertRefused(wanted(somchai, line(tea, 1), line(yen, 1)), MixedCurrencies.class);
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
  }

  @Test
  void allShortLinesAreListedAndOnlyThoseAndNothingIsTaken() {
    ProductId pot = shop.product("30", 1);

    assertThatThrownBy(() -> shop.place(wanted(somchai, line(tea, 11), line(cup, 5), line(pot, 2))))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactlyInAnyOrder(new Shortage(tea, 11, 10), new Shortage(pot, 2, 1)));
    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
    assertThat(shop.stock(cup)).isEqualTo(new Stock(cup, 5, 0));
    assertThat(shop.stock(pot)).isEqualTo(new Stock(pot, 1, 0));
    assertThat(shop.orders.readOrders().list(anyOrder(), Replica.ALL).items()).isEmpty();
  }

  @Test
  void aPriceThatChangedSinceItWasRememberedIsTakenAnew() {
    shop.placed(somchai, line(tea, 1));
    reprice(tea, "12.00");

    Order order = shop.placed(somchai, line(tea, 1));

    assertThat(order.total()).isEqualTo(euros("12.00"));
  }

  @Test
  void whatAnotherReplicaChangedIsTakenAnew() {
    shop.placed(somchai, line(tea, 1));
    Replica other = shop.another();
    other.catalog.changeProduct().change(priceOf(tea, "12.00"), Once.unkeyed());

    assertThat(total(expecting("12.00", wanted(somchai, line(tea, 1)))))
        .isEqualTo(Samples.euros("12.00"));
    assertRefused(expecting("10.00", wanted(somchai, line(tea, 1))), PriceChanged.class);
  }

  @Test
  void aProductThatWasRememberedAsUnsoldIsLookedAtAgain() {
    discontinue(cup);
    assertRefused(wanted(somchai, line(cup, 1)), ProductDiscontinued.class);
    ProductId later = shop.product("1", 1);

    assertThat(shop.placed(somchai, line(later, 1)).total()).isEqualTo(Samples.euros("1.00"));
  }

  @Test
  void everyLineHasAnIdOfItsOwn() {
    Order order = shop.placed(somchai, line(tea, 1), line(cup, 1));

    assertThat(order.lines().items()).extracting(OrderItem::id).doesNotHaveDuplicates();
    assertThat(order.lines().items()).extracting(OrderItem::id).doesNotContainNull();
  }

  private Money total(PlaceOrder.Command command) {
    return shop.place(command).order().total();
  }

  private void assertRefused(PlaceOrder.Command command, Class<? extends Throwable> refusal) {
    assertThatThrownBy(() -> shop.place(command)).isInstanceOf(refusal);
  }

  private ProductId yenProduct() {
    return done(shop.catalog
            .createProduct()
            .create(
                new CreateProduct.Command(
                    ADMINISTRATOR,
                    new Sku("YEN"),
                    new ProductName("Yen"),
                    "",
                    new Money(500, JPY),
                    5,
                    0),
                Once.unkeyed()))
        .product()
        .id();
  }

  private void discontinue(ProductId product) {
    shop.catalog
        .discontinueProduct()
        .discontinue(new DiscontinueProduct.Command(ADMINISTRATOR, product, Precondition.none()));
  }

  private void reprice(ProductId product, String euros) {
    shop.catalog.changeProduct().change(priceOf(product, euros), Once.unkeyed());
  }

  private static ChangeProduct.Command priceOf(ProductId product, String euros) {
    return new ChangeProduct.Command(
        ADMINISTRATOR,
        product,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(euros)),
        Optional.empty(),
        Optional.empty(),
        Precondition.none());
  }

  private static CustomerFilter everybody() {
    return new CustomerFilter(null, null);
  }

  private static OrderFilter anyOrder() {
    return new OrderFilter(null, null, null, null, null);
  }
}
