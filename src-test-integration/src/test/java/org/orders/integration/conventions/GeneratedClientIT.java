package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orders.generated.ApiClient;
import org.orders.generated.ApiException;
import org.orders.generated.api.AccessApi;
import org.orders.generated.api.CustomersApi;
import org.orders.generated.api.OrdersApi;
import org.orders.generated.api.ProductsApi;
import org.orders.generated.model.Address;
import org.orders.generated.model.CancelOrder;
import org.orders.generated.model.ChangeOrder;
import org.orders.generated.model.ChangeOrderItem;
import org.orders.generated.model.Guest;
import org.orders.generated.model.Line;
import org.orders.generated.model.LogIn;
import org.orders.generated.model.NewProduct;
import org.orders.generated.model.OrderStatus;
import org.orders.generated.model.PlaceOrder;
import org.orders.generated.model.Problem;
import org.orders.generated.model.Registration;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/**
 * A shop's day through a client that openapi-generator made of {@code docs/openapi.yaml}, as
 * somebody would who knows nothing of this service but its description.
 */
@ShopTest
class GeneratedClientIT {

  private final Shop shop;

  GeneratedClientIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aCustomerBuysThroughAGeneratedClient() throws ApiException {
    var lamp = newLamp();
    var email = Shop.uniqueEmail();
    var password = "a-long-enough-password";
    var customer =
        new CustomersApi(client(null))
            .registerCustomer(
                new Registration()
                    .name("Ada Lovelace")
                    .email(email)
                    .phone("+442079460123")
                    .address(address())
                    .password(password),
                Shop.uniqueKey());
    var orders = new OrdersApi(client(token(email, password)));
    var wish = new PlaceOrder().items(List.of(new Line().productId(lamp).quantity(2)));
    var key = Shop.uniqueKey();

    var placed = orders.placeOrderWithHttpInfo(wish, key);
    var replayed = orders.placeOrderWithHttpInfo(wish, key);
    var order = placed.getData();

    assertThat(placed.getStatusCode()).isEqualTo(201);
    assertThat(replayed.getHeaders()).containsEntry("idempotent-replayed", List.of("true"));
    assertThat(replayed.getData()).isEqualTo(order);
    assertThat(order.getCustomerId()).isEqualTo(customer.getId());
    assertThat(order.getTotalAmount()).isEqualByComparingTo("25.00");

    var changed =
        orders.changeOrder(
            order.getId(),
            new ChangeOrder().items(List.of(new ChangeOrderItem().productId(lamp).quantity(3))),
            null,
            placed.getHeaders().get("etag").getFirst());
    assertThat(changed.getTotalAmount()).isEqualByComparingTo("37.50");

    orders.cancelOrder(order.getId(), null, null, new CancelOrder().reason("Ordered twice"));
    assertThat(orders.readOrder(order.getId(), null).getStatus()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(orders.readHistory(order.getId(), 200, null, true).getTotal()).isEqualTo(3);
    assertThat(orders.readActions(order.getId())).isNotEmpty();
  }

  @Test
  void aGuestBuysThroughAGeneratedClient() throws ApiException {
    var guest =
        new Guest()
            .name("Grace Hopper")
            .email(Shop.uniqueEmail())
            .phone("+12025550123")
            .address(address());
    var order =
        new OrdersApi(client(null))
            .placeOrder(
                new PlaceOrder().customer(guest).productId(newLamp()).quantity(1),
                Shop.uniqueKey());

    var orders = new OrdersApi(client(order.getAccessToken()));
    assertThat(orders.readOrder(order.getId(), null).getNumber()).isEqualTo(order.getNumber());
  }

  @Test
  void aRefusalIsAProblemThatAGeneratedClientReads() throws Exception {
    var lamp = newLamp();
    var wish = new PlaceOrder().customerId(UUID.randomUUID()).productId(lamp).quantity(1);

    var refused =
        catchThrowableOfType(
            ApiException.class, () -> new OrdersApi(client(adminToken())).placeOrder(wish, null));

    assertThat(refused.getCode()).isEqualTo(422);
    var mapper = ApiClient.createDefaultObjectMapper();
    var problem = mapper.readValue(refused.getResponseBody(), Problem.class);
    assertThat(problem.getType()).hasToString("/problems/unknown-customer");
    assertThat(problem.getTraceId()).hasSize(32);
  }

  private UUID newLamp() throws ApiException {
    return new ProductsApi(client(adminToken()))
        .createProduct(
            new NewProduct()
                .sku(Shop.uniqueSku())
                .name("Desk lamp")
                .price(new BigDecimal("12.50"))
                .currency("EUR")
                .inventory(100L),
            null)
        .getId();
  }

  private String adminToken() throws ApiException {
    return token(RunningService.ADMIN_USERNAME, RunningService.ADMIN_PASSWORD);
  }

  private String token(String username, String password) throws ApiException {
    return new AccessApi(client(null))
        .logIn(new LogIn().username(username).password(password))
        .getAccessToken();
  }

  private ApiClient client(@Nullable String token) {
    var client =
        new ApiClient(
            HttpClient.newBuilder(),
            ApiClient.createDefaultObjectMapper(),
            shop.address().toString());
    if (token != null) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
    return client;
  }

  private static Address address() {
    return new Address()
        .line1("12 St James's Square")
        .city("London")
        .postalCode("SW1Y 4JH")
        .country("GB");
  }
}
