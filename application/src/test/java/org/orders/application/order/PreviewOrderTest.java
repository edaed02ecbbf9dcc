package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.expecting;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.wanted;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.euros;

import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.application.order.PreviewOrder.Preview;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.UnknownProduct;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.UnknownCustomer;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.order.PriceChanged;

class PreviewOrderTest {

  private final Replica shop = new Replica();
  private final PreviewOrder previewOrder = shop.orders.previewOrder();
  private final Actor.Customer somchai = shop.account("somchai@example.com");
  private final ProductId tea = shop.product("10.00", 10);
  private final ProductId cup = shop.product("2.50", 5);

  @Test
  void itSaysWhatTheOrderWouldHoldAndCost() {
    Preview preview = previewOrder.preview(wanted(somchai, line(tea, 2), line(cup, 4)));

    assertThat(preview.lines().total()).isEqualTo(euros("30.00"));
    assertThat(preview.lines().items()).hasSize(2);
    assertThat(preview.shortages()).isEmpty();
  }

  @Test
  void itListsWhatIsShortInsteadOfRefusing() {
    Preview preview = previewOrder.preview(wanted(somchai, line(tea, 11), line(cup, 5)));

    assertThat(preview.shortages()).containsExactly(new Shortage(tea, 11, 10));
  }

  @Test
  void itWritesNothing() {
    previewOrder.preview(wanted(somchai, line(tea, 2)));
    previewOrder.preview(
        wanted(ANONYMOUS, new Buyer.Guest(Samples.profile("guest@example.com")), line(tea, 2)));

    assertThat(shop.stock(tea)).isEqualTo(new Stock(tea, 10, 0));
    assertThat(shop.kept.movements().list(tea, Replica.ALL).items()).hasSize(1);
    assertThat(
            shop.orders
                .readOrders()
                .list(new OrderFilter(null, null, null, null, null), Replica.ALL)
                .items())
        .isEmpty();
    assertThat(
            shop.customer.readCustomers().list(new CustomerFilter(null, null), Replica.ALL).items())
        .hasSize(1);
  }

  @Test
  void otherwiseItRefusesWhatPlacingRefuses() {
    assertThatThrownBy(
            () ->
                previewOrder.preview(
                    wanted(SERVICE, new Buyer.Known(new CustomerId(Samples.id(1))), line(tea, 1))))
        .isInstanceOf(UnknownCustomer.class);
    assertThatThrownBy(() -> previewOrder.preview(wanted(somchai, line(Samples.productId(1), 1))))
        .isInstanceOf(UnknownProduct.class);
    assertThatThrownBy(() -> previewOrder.preview(expecting("9.99", wanted(somchai, line(tea, 1)))))
        .isInstanceOf(PriceChanged.class);
  }
}
