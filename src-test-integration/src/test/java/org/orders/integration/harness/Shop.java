package org.orders.integration.harness;

import static org.orders.integration.harness.Answers.accepted;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One running service as those see it who do business with it: over HTTP only. */
public final class Shop {

  private final URI address;
  private final Supplier<@Nullable String> adminToken;
  private final Supplier<@Nullable String> serviceToken;

  Shop(URI address) {
    this.address = address;
    this.adminToken = new RenewedToken(this::adminLogin, "accessToken", "expiresIn");
    this.serviceToken = new RenewedToken(this::serviceLogin, "access_token", "expires_in");
  }

  /** Where the service is reached. */
  public URI address() {
    return address;
  }

  /** A caller without an account. */
  public Caller anyone() {
    return new Caller(address, () -> null, Map.of());
  }

  /** A caller who sends this access token. */
  public Caller bearer(String accessToken) {
    return new Caller(address, () -> accessToken, Map.of());
  }

  /** The first administrator, signed in. */
  public Caller admin() {
    return new Caller(address, adminToken, Map.of());
  }

  /** An internal application with its client credentials. */
  public Caller service() {
    return new Caller(address, serviceToken, Map.of());
  }

  /** Signs in; the answer is whatever the service says. */
  public Response login(String username, String password) {
    return anyone().post("/auth/login", Map.of("username", username, "password", password));
  }

  /** Asks for a token with the credentials of an internal application. */
  public Response clientCredentials(String clientId, String secret) {
    var basic =
        Base64.getEncoder()
            .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return anyone()
        .with("Authorization", "Basic " + basic)
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/auth/token", "grant_type=client_credentials");
  }

  /** A new customer with an account, signed in. */
  public SignedInCustomer newCustomer() {
    var email = uniqueEmail();
    var password = "a-long-enough-password-" + UUID.randomUUID();
    var person = person(email);
    person.put("password", password);
    var created = accepted(anyone().post("/customers", person), 201);
    return SignedInCustomer.signIn(this, created.path("id"), email, password);
  }

  /** A new customer whom others order for: no password, so no sign-in; cheaper to make. */
  public String newCustomerWithoutLogin() {
    return accepted(anyone().post("/customers", person(uniqueEmail())), 201).path("id");
  }

  /** A new product in euros. */
  public Product newProduct(String price, int inventory) {
    return newProduct(price, "EUR", inventory);
  }

  /** A new product. */
  public Product newProduct(String price, String currency, int inventory) {
    return newProduct(
        Map.of("price", new BigDecimal(price), "currency", currency, "inventory", inventory));
  }

  /**
   * A new product that has these fields; one of 1 euro with a name from its SKU, unless they say.
   */
  public Product newProduct(Map<String, ?> fields) {
    var sku = uniqueSku();
    var body = new LinkedHashMap<String, Object>();
    body.put("sku", sku);
    body.put("name", "Product " + sku);
    body.put("price", BigDecimal.ONE);
    body.put("currency", "EUR");
    body.putAll(fields);
    var created = accepted(admin().post("/products", body), 201);
    return new Product(
        created.path("id"),
        created.path("sku"),
        new BigDecimal(body.get("price").toString()),
        created.path("currency"));
  }

  /** A product as it is now. */
  public Response product(Product product) {
    return accepted(admin().get("/admin/inventory/" + product.id()), 200);
  }

  /** What can still be ordered of a product. */
  public int inventory(Product product) {
    return product(product).path("inventory");
  }

  /** What unshipped orders hold of a product. */
  public int reserved(Product product) {
    return product(product).path("reserved");
  }

  /** An order placed by an internal application for a customer. */
  public Response placeFor(String customerId, Product product, int quantity) {
    return accepted(
        service()
            .post(
                "/orders",
                Map.of("customerId", customerId, "items", List.of(product.times(quantity)))),
        201);
  }

  /** An order as an administrator sees it. */
  public Response order(String id) {
    return accepted(admin().get("/admin/orders/" + id), 200);
  }

  /** Walks an order one step by the administrator's PUT. */
  public Response walk(String orderId, String status) {
    return admin().put("/admin/orders/" + orderId, Map.of("status", status));
  }

  /** The body of an order for these lines. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The lines are only read.
  public static Map<String, Object> basket(Map<String, Object>... lines) {
    var body = new LinkedHashMap<String, Object>();
    body.put("items", List.of(lines));
    return body;
  }

  /** The body of a guest's order for these lines. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The lines are only read.
  public static Map<String, Object> guestBasket(Map<String, Object>... lines) {
    var body = basket(lines);
    body.put("customer", person(uniqueEmail()));
    return body;
  }

  /** Somebody's particulars, as POST /customers takes them. */
  public static Map<String, Object> person(String email) {
    var person = new LinkedHashMap<String, Object>();
    person.put("name", "Ada Lovelace");
    person.put("email", email);
    person.put("phone", "+442079460123");
    person.put("address", address("12 St James's Square"));
    return person;
  }

  /** A postal address. */
  public static Map<String, Object> address(String line1) {
    var address = new LinkedHashMap<String, Object>();
    address.put("line1", line1);
    address.put("city", "London");
    address.put("postalCode", "SW1Y 4JH");
    address.put("country", "GB");
    return address;
  }

  /** An e-mail address that nobody else in this run has. */
  public static String uniqueEmail() {
    return "ada." + UUID.randomUUID() + "@example.org";
  }

  /** A stock keeping unit that no other product in this run has. */
  public static String uniqueSku() {
    return "SKU-" + UUID.randomUUID();
  }

  /** An idempotency key long enough for callers without an account. */
  public static String uniqueKey() {
    return "key-" + UUID.randomUUID();
  }

  private Response adminLogin() {
    return accepted(login(RunningService.ADMIN_USERNAME, RunningService.ADMIN_PASSWORD), 200);
  }

  private Response serviceLogin() {
    return accepted(
        clientCredentials(RunningService.SERVICE_CLIENT_ID, RunningService.SERVICE_CLIENT_SECRET),
        200);
  }
}
