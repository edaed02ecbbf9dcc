package org.orders.integration.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.orders.application.story.Step;
import org.orders.application.story.Till;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.PaymentStatus;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Shop;

/**
 * A shop reached over HTTP, by an internal application and an administrator; many may use it at
 * once. What is refused for the state of things was not done; anything else but success is an error
 * of the service, or of the story.
 */
final class HttpTill implements Till {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shop shop;
  private final Caller admin;
  private final Caller service;
  private final String customer;
  private final List<String> products = new CopyOnWriteArrayList<>();
  private final List<String> orders = new CopyOnWriteArrayList<>();

  HttpTill(Shop shop) {
    this.shop = shop;
    this.admin = shop.admin();
    this.service = shop.service();
    this.customer = shop.newCustomerWithoutLogin();
  }

  int products() {
    return products.size();
  }

  int orders() {
    return orders.size();
  }

  @Override
  public void create(int cents, int pieces) {
    var body =
        Map.of(
            "sku",
            Shop.uniqueSku(),
            "name",
            "Tea",
            "price",
            euros(cents),
            "currency",
            "EUR",
            "inventory",
            pieces);
    products.add(done(admin, "POST", "/products", body).orElseThrow().path("id").asText());
  }

  @Override
  public boolean reprice(int product, int cents) {
    return isDone(admin, "PUT", product(product), Map.of("price", euros(cents)));
  }

  @Override
  public boolean watch(int product, int threshold) {
    return isDone(admin, "PUT", product(product), Map.of("lowStockThreshold", threshold));
  }

  @Override
  public boolean discontinue(int product) {
    return isDone(admin, "DELETE", product(product), null);
  }

  @Override
  public boolean adjust(int product, int change) {
    return isDone(service, "PUT", product(product) + "/inventory", Map.of("change", change));
  }

  @Override
  public boolean setTo(int product, int pieces) {
    return isDone(service, "PUT", product(product) + "/inventory", Map.of("quantity", pieces));
  }

  @Override
  public boolean restock(int product, int pieces, int threshold) {
    return isDone(
        admin,
        "PUT",
        product(product),
        Map.of("inventory", pieces, "lowStockThreshold", threshold));
  }

  @Override
  public boolean place(List<Step.Line> lines) {
    var placed =
        done(service, "POST", "/orders", Map.of("customerId", customer, "items", items(lines)));
    placed.ifPresent(order -> orders.add(order.path("id").asText()));
    return placed.isPresent();
  }

  @Override
  public boolean change(int order, List<Step.Line> lines) {
    return isDone(service, "PUT", orderOf(order), Map.of("items", items(lines)));
  }

  @Override
  public boolean cancel(int order) {
    return isDone(service, "POST", orderOf(order) + "/cancel", null);
  }

  @Override
  public boolean pay(int order) {
    return isDone(
        service,
        "POST",
        "/payments",
        Map.of("orderId", orders.get(order), "method", Map.of("type", "invoice")));
  }

  @Override
  public boolean capture(int order) {
    var payment = got(orderOf(order)).path("paymentId").asText("");
    return !payment.isEmpty()
        && isDone(admin, "POST", "/admin/payments/" + payment + "/capture", null);
  }

  @Override
  public boolean walk(int order, OrderStatus to) {
    return isDone(admin, "PUT", "/admin" + orderOf(order), Map.of("status", to.name()));
  }

  @Override
  public boolean hold(int order, boolean held) {
    return isDone(admin, "PUT", "/admin" + orderOf(order), Map.of("onHold", held));
  }

  @Override
  public void pass(int minutes) {
    throw new UnsupportedOperationException("nobody moves the clock of a service that runs");
  }

  @Override
  public int drifts() {
    return done(admin, "POST", "/admin/inventory/reconcile", null)
        .orElseThrow()
        .path("drifts")
        .size();
  }

  @Override
  public Pieces pieces(int number) {
    var product = got("/admin/inventory/" + products.get(number));
    long ledger = 0;
    for (var movement : all("/admin/inventory/" + products.get(number) + "/movements")) {
      ledger += movement.path("quantity").asLong();
    }
    boolean alert =
        all("/admin/alerts").stream()
            .anyMatch(it -> it.path("productId").asText().equals(products.get(number)));
    return new Pieces(
        product.path("inventory").asLong(), product.path("reserved").asLong(), ledger, alert);
  }

  @Override
  public Known order(int number) {
    var order = got("/admin" + orderOf(number));
    var payments = all("/admin/payments?orderId=" + orders.get(number));
    return new Known(
        OrderStatus.valueOf(order.path("status").asText()),
        order.path("totalAmount").decimalValue().movePointRight(2).longValueExact(),
        order.path("onHold").asBoolean(),
        quantities(order),
        history(number),
        payments.stream().map(it -> PaymentStatus.valueOf(it.path("status").asText())).findFirst(),
        payments.size());
  }

  private Map<Integer, Integer> quantities(JsonNode order) {
    var quantities = new LinkedHashMap<Integer, Integer>();
    for (var item : order.path("items")) {
      quantities.put(
          products.indexOf(item.path("productId").asText()), item.path("quantity").asInt());
    }
    return quantities;
  }

  private List<OrderStatus> history(int number) {
    var history = new ArrayList<>(List.of(OrderStatus.PENDING));
    for (var event : all(orderOf(number) + "/history")) {
      if (event.path("type").asText().equals("STATUS")) {
        history.add(OrderStatus.valueOf(event.path("to").asText()));
      }
    }
    return history;
  }

  private List<Map<String, Object>> items(List<Step.Line> lines) {
    return lines.stream()
        .map(
            line ->
                Map.<String, Object>of(
                    "productId", products.get(line.product()), "quantity", line.quantity()))
        .toList();
  }

  private String product(int number) {
    return "/products/" + products.get(number);
  }

  private String orderOf(int number) {
    return "/orders/" + orders.get(number);
  }

  private static BigDecimal euros(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static boolean isDone(Caller caller, String method, String path, @Nullable Object body) {
    return done(caller, method, path, body).isPresent();
  }

  /** What was answered; nothing where it was refused for the state of things. */
  private static Optional<JsonNode> done(
      Caller caller, String method, String path, @Nullable Object body) {
    var answer = caller.withKey(Shop.uniqueKey()).quickly(method, path, body);
    return switch (answer.status()) {
      case 200, 201 -> Optional.of(parse(answer));
      case 204 -> Optional.of(JSON.createObjectNode());
      case 409 -> Optional.empty();
      default -> throw new AssertionError(method + " " + path + " " + body + ": " + answer);
    };
  }

  private JsonNode got(String path) {
    return done(admin, "GET", path, null).orElseThrow();
  }

  private List<JsonNode> all(String path) {
    var all = new ArrayList<JsonNode>();
    var first = path + (path.contains("?") ? "&" : "?") + "limit=200";
    var next = first;
    while (!next.isEmpty()) {
      var page = got(next);
      page.path("items").forEach(all::add);
      var cursor = page.path("nextCursor").asText("");
      next =
          cursor.isEmpty() || page.path("nextCursor").isNull() ? "" : first + "&cursor=" + cursor;
    }
    return all;
  }

  private static JsonNode parse(QuickAnswer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException broken) {
      throw new AssertionError(answer.toString(), broken);
    }
  }

  @Override
  public String toString() {
    return "till at " + shop.address();
  }
}
