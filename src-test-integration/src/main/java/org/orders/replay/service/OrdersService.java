package org.orders.replay.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.orders.replay.plan.Country;
import org.orders.replay.plan.Product;
import org.orders.replay.plan.Step.PlaceOrder;

/** The service as the replay sees it: one method a call of its contract. */
public final class OrdersService {

  /** What the files are in. */
  public static final String CURRENCY = "GBP";

  /** A line of an order, by the service's id of its product. */
  public record Item(String productId, long quantity) {}

  private final Wire wire;
  private final Session admin;
  private final String keyPrefix;
  private final AtomicLong keys = new AtomicLong();

  /** The service at an address, run by an administrator, in a run that no other run equals. */
  public OrdersService(URI base, String username, String password, UUID run, InstantSource clock) {
    wire = new Wire(base, clock);
    admin = new Session(wire, username, password);
    keyPrefix = "replay-" + run + "-";
  }

  /** Signs the administrator in, so that a wrong address or password shows at once. */
  public void signIn() {
    admin.open();
  }

  /** Requests sent so far, repeated ones included. */
  public long requests() {
    return wire.requests();
  }

  /** How many of them were repeats. */
  public long repeats() {
    return wire.repeats();
  }

  /** Creates a product with an opening stock; empty where its sku is taken. */
  public Optional<Stocked> createProduct(Product product, long inventory) {
    ObjectNode body =
        Wire.object()
            .put("sku", product.code())
            .put("name", product.name())
            .put("price", product.price())
            .put("currency", CURRENCY)
            .put("inventory", inventory);
    return unless("sku-taken", () -> stocked(asAdmin(Call.post("/products", body, key())).body()));
  }

  /** The product with exactly this sku. */
  public Optional<Stocked> findProduct(String sku) {
    try (Stream<JsonNode> found = list("/admin/inventory?query=" + encoded(sku))) {
      return found.map(OrdersService::stocked).filter(each -> each.sku().equals(sku)).findFirst();
    }
  }

  /** The product as it stands now. */
  public Stocked product(String id) {
    return stocked(asAdmin(Call.get("/admin/inventory/" + id)).body());
  }

  /** Sets what a product costs. */
  public void setPrice(String id, BigDecimal price) {
    asAdmin(Call.put("/products/" + id, Wire.object().put("price", price), key()));
  }

  /** Adds signed pieces to a product's stock. */
  public Stocked changeStock(String id, long change, String reason) {
    ObjectNode body = Wire.object().put("change", change);
    if (!reason.isBlank()) {
      body.put("reason", reason);
    }
    return stocked(asAdmin(Call.put("/products/" + id + "/inventory", body, key())).body());
  }

  /** Σ of everything that ever changed a product's stock. */
  public long ledgerSum(String id) {
    try (Stream<JsonNode> movements = list("/admin/inventory/" + id + "/movements")) {
      return movements.mapToLong(each -> each.path("quantity").asLong()).sum();
    }
  }

  /** Registers a known customer and answers their id; empty where the e-mail is taken. */
  public Optional<String> createCustomer(String customerId, Country country) {
    ObjectNode body = Persons.known(customerId, country);
    return unless(
        "email-taken",
        () -> field(asAdmin(Call.post("/customers", body, key())).body(), "id").asText());
  }

  /** The id of the active account of a known customer. */
  public Optional<String> findCustomer(String customerId) {
    String email = Persons.email(customerId);
    try (Stream<JsonNode> found = list("/admin/customers?status=ACTIVE&query=" + encoded(email))) {
      return found
          .filter(each -> each.path("email").asText().equalsIgnoreCase(email))
          .filter(each -> each.path("kind").asText().equals("ACCOUNT"))
          .map(each -> each.path("id").asText())
          .findFirst();
    }
  }

  /** Places an order for a registered customer. */
  public Placed placeFor(String customer, PlaceOrder order, List<Item> items) {
    ObjectNode body = orderBody(order, items).put("customerId", customer);
    body.set("shippingAddress", Persons.address(order.buyer().country()));
    return placed(asAdmin(Call.post("/orders", body, key())).body());
  }

  /** Places an order as a guest, who sends no token. */
  public Placed placeAsGuest(PlaceOrder order, List<Item> items) {
    ObjectNode body = orderBody(order, items);
    body.set("customer", Persons.guest(order.buyer().country()));
    Call call = Call.post("/orders", body, key());
    return placed(accepted(call, wire.send(call, null)).body());
  }

  /** Pays an order by invoice. */
  public void payByInvoice(String orderId) {
    ObjectNode body = Wire.object().put("orderId", orderId);
    body.putObject("method").put("type", "invoice");
    asAdmin(Call.post("/payments", body, key()));
  }

  /** Cancels an order. */
  public void cancel(String orderId, String reason) {
    ObjectNode body = Wire.object().put("reason", reason);
    asAdmin(Call.post("/orders/" + orderId + "/cancel", body, key()));
  }

  /** Every order placed since, newest first; to be closed. */
  public Stream<Placed> ordersSince(Instant from) {
    return list("/admin/orders?from=" + encoded(from.toString())).map(OrdersService::placed);
  }

  private static ObjectNode orderBody(PlaceOrder order, List<Item> items) {
    ObjectNode body =
        Wire.object().put("reference", order.reference()).put("expectedTotal", order.total());
    ArrayNode lines = body.putArray("items");
    items.forEach(
        item ->
            lines.addObject().put("productId", item.productId()).put("quantity", item.quantity()));
    return body;
  }

  private String key() {
    return keyPrefix + keys.incrementAndGet();
  }

  private Stream<JsonNode> list(String path) {
    return Pages.of(path, page -> asAdmin(Call.get(page)));
  }

  private Answer asAdmin(Call call) {
    return accepted(call, admin.send(call));
  }

  private static Answer accepted(Call call, Answer answer) {
    if (!answer.isSuccess()) {
      throw Refused.by(call, answer);
    }
    return answer;
  }

  private static <T> Optional<T> unless(String slug, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (Refused refused) {
      if (refused.is(slug)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Stocked stocked(JsonNode json) {
    return new Stocked(
        field(json, "id").asText(),
        field(json, "sku").asText(),
        field(json, "price").decimalValue(),
        field(json, "currency").asText(),
        field(json, "status").asText(),
        field(json, "inventory").asLong());
  }

  private static Placed placed(JsonNode json) {
    return new Placed(
        field(json, "id").asText(),
        field(json, "status").asText(),
        field(json, "totalAmount").decimalValue(),
        Instant.parse(field(json, "placedAt").asText()));
  }

  private static JsonNode field(JsonNode json, String name) {
    JsonNode field = json.path(name);
    if (field.isMissingNode() || field.isNull()) {
      throw new Unreachable("the service answered without the field " + name);
    }
    return field;
  }
}
