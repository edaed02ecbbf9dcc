package org.orders.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.InvalidValue;

/** What every list of orders must do. */
public abstract class OrderQueriesContract {

  private static final PageRequest ALL = new PageRequest(200, null, true);

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void ordersAreListedPageByPageNewestFirst() {
    Customer customer = shop.customer();
    Product product = shop.product(50);
    List<Order> placed = new ArrayList<>();
    for (int index = 0; index < 5; index++) {
      placed.addFirst(shop.order(customer, List.of(product), 1));
    }
    OrderFilter filter = new OrderFilter(null, customer.id(), null, null, null);

    List<OrderView> all = new ArrayList<>();
    Page<OrderView> page = kept.orderQueries().list(filter, new PageRequest(2, null, true));
    assertThat(page.total()).isEqualTo(5);
    all.addAll(page.items());
    while (page.next() != null) {
      page = kept.orderQueries().list(filter, new PageRequest(2, page.next(), false));
      all.addAll(page.items());
    }

    assertThat(all).extracting(OrderView::order).containsExactlyElementsOf(placed);
  }

  @Test
  void aPageForAFileHasFewOrdersWhereTheyAreLarge() {
    Customer customer = shop.customer();
    List<Product> products = shop.products(2_000, 50);
    List<Order> placed = new ArrayList<>();
    for (int index = 0; index < 6; index++) {
      placed.addFirst(shop.order(customer, products, 1));
    }
    OrderFilter filter = new OrderFilter(null, customer.id(), null, null, null);

    Page<OrderView> first =
        kept.orderQueries().listForFile(filter, new PageRequest(200, null, false));
    Page<OrderView> second =
        kept.orderQueries().listForFile(filter, new PageRequest(200, first.next(), false));

    assertThat(first.items())
        .extracting(OrderView::order)
        .containsExactlyElementsOf(placed.subList(0, 5));
    assertThat(second.items()).extracting(OrderView::order).containsExactly(placed.getLast());
    assertThat(second.next()).isNull();
    assertThat(kept.orderQueries().listForFile(filter, new PageRequest(3, null, false)).items())
        .hasSize(3);
  }

  @Test
  void ordersAreFilteredByStatusCustomerAndTime() {
    Order order = shop.order(2);
    CustomerId customer = order.customerId();

    assertThat(listed(new OrderFilter(OrderStatus.PENDING, customer, null, null, null)))
        .containsExactly(order);
    assertThat(listed(new OrderFilter(OrderStatus.CANCELLED, customer, null, null, null)))
        .isEmpty();
    assertThat(listed(new OrderFilter(null, customer, Shop.NOW, Shop.NOW.plusNanos(1_000), null)))
        .containsExactly(order);
    assertThat(listed(new OrderFilter(null, customer, null, Shop.NOW, null))).isEmpty();
    assertThat(listed(new OrderFilter(null, customer, Shop.NOW.plusNanos(1_000), null, null)))
        .isEmpty();
  }

  @Test
  void ordersAreFoundByWhatPeopleKnowOfThem() {
    Order order = shop.order(2);
    String reference = order.reference().value();
    Map<String, String> queries = new HashMap<>();
    queries.put("number", order.number().value());
    queries.put("id", order.id().value().toString());
    queries.put("reference", reference.toUpperCase(Locale.ROOT));
    queries.put("start of a reference", reference.substring(0, reference.length() - 2));
    queries.put("e-mail", order.contact().email().value().toUpperCase(Locale.ROOT));
    queries.put("part of a name", "nn le");

    queries.forEach(
        (what, query) ->
            assertThat(listed(new OrderFilter(null, order.customerId(), null, null, query)))
                .as(what)
                .containsExactly(order));
    for (String strange : List.of("%", "_", "\\", "nobody", "1%", "Ann\0", "'; --")) {
      assertThat(listed(new OrderFilter(null, order.customerId(), null, null, strange)))
          .as(strange)
          .isEmpty();
    }
  }

  @Test
  void aPositionThatNoListWroteIsInvalid() {
    for (String broken : List.of("", "x", "1", "1.2", "1." + "f".repeat(36), "9".repeat(30))) {
      assertThatThrownBy(
              () ->
                  kept.orderQueries()
                      .list(
                          new OrderFilter(null, null, null, null, null),
                          new PageRequest(2, new Position(broken), false)))
          .as(broken)
          .isInstanceOf(InvalidValue.class);
    }
  }

  private List<Order> listed(OrderFilter filter) {
    return kept.orderQueries().list(filter, ALL).items().stream().map(OrderView::order).toList();
  }
}
