package org.orders.integration.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.orders.integration.harness.Patience;

/** A server that speaks Stripe's API over HTTP, and loses requests and answers when told to. */
final class FakeStripeServer implements AutoCloseable {

  static final String API_KEY = "sk_test_of_the_shop";

  /** Longer than the service under test waits. */
  private static final java.time.Duration TOO_LONG = java.time.Duration.ofMillis(1_600);

  /** What is asked of it. */
  enum Step {
    TOKENIZE,
    CREATE,
    CONFIRM,
    LOOK_UP,
    CANCEL,
    REFUND,
    LIST
  }

  /** What goes wrong. */
  enum Trouble {
    /** It works, breaks down while it answers, and answers so for ever after under that key. */
    BROKE_DOWN_AFTERWARDS(true),
    BROKE_DOWN_BEFORE(false),
    ANSWER_TOO_LATE(true),
    REQUEST_LOST(false),
    RESET_AFTERWARDS(true),
    RESET_BEFORE(false),
    GARBAGE(true),
    /** Another server answers, which knows nothing of keys. */
    BAD_GATEWAY(false),
    TOO_MANY_REQUESTS(false),
    KEY_IN_USE(false);

    private final boolean done;

    Trouble(boolean done) {
      this.done = done;
    }
  }

  /** One request as it came. */
  record Seen(Step step, String order, String key, String body) {}

  private record Place(Step step, String order) {}

  private final FakeStripe stripe = new FakeStripe();
  private final Map<Place, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<Place, Trouble> lasting = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FakeStripeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeStripe stripe() {
    return stripe;
  }

  /** The next request of this sort for the order fares so. */
  void disturb(Step step, String order, Trouble trouble) {
    troubles.put(new Place(step, order), trouble);
  }

  /** All requests of this sort for the order fare so, until they are let pass. */
  void disturbAll(Step step, String order, Trouble trouble) {
    lasting.put(new Place(step, order), trouble);
  }

  void letPass(Step step, String order) {
    lasting.remove(new Place(step, order));
  }

  List<Seen> seen(String order) {
    return seen.stream().filter(request -> request.order.equals(order)).toList();
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form =
        form(method.equals("GET") ? exchange.getRequestURI().getRawQuery() : body);
    String key = first(exchange, "Idempotency-Key");
    Step step = step(method, path);
    String order = step == Step.TOKENIZE ? "" : stripe.orderOf(path, form);
    seen.add(new Seen(step, order, key, body));
    if (!first(exchange, "Authorization").equals("Bearer " + API_KEY)) {
      send(exchange, FakeStripe.error(401, "invalid_request_error", "", "", ""), true);
      return;
    }
    Place place = new Place(step, order);
    @Nullable Trouble next = troubles.remove(place);
    @Nullable Trouble trouble = next == null ? lasting.get(place) : next;
    if (trouble == null) {
      send(exchange, stripe.answer(method, path, form, key), true);
      return;
    }
    switch (trouble) {
      case BROKE_DOWN_AFTERWARDS, BROKE_DOWN_BEFORE ->
          send(exchange, stripe.breakDown(method, path, form, key, trouble.done), true);
      case BAD_GATEWAY -> send(exchange, new FakeStripe.Reply(502, "<html/>", false), true);
      case TOO_MANY_REQUESTS ->
          send(exchange, FakeStripe.error(429, "rate_limit_error", "rate_limit", "", ""), true);
      case KEY_IN_USE ->
          send(
              exchange,
              FakeStripe.error(409, "idempotency_error", "idempotency_key_in_use", "", ""),
              true);
      case GARBAGE, ANSWER_TOO_LATE, REQUEST_LOST, RESET_AFTERWARDS, RESET_BEFORE -> {
        FakeStripe.Reply lost =
            trouble.done
                ? stripe.answer(method, path, form, key)
                : new FakeStripe.Reply(200, "{}", false);
        if (trouble == Trouble.GARBAGE) {
          send(exchange, new FakeStripe.Reply(200, "<html>hotel</html>", false), true);
          return;
        }
        if (trouble == Trouble.ANSWER_TOO_LATE || trouble == Trouble.REQUEST_LOST) {
          Patience.pause(TOO_LONG);
        }
        send(exchange, lost, false);
      }
    }
  }

  private static Step step(String method, String path) {
    if (path.endsWith("/confirm")) {
      return Step.CONFIRM;
    }
    if (path.endsWith("/cancel")) {
      return Step.CANCEL;
    }
    return switch (method + " " + path.split("/")[2]) {
      case "POST payment_methods" -> Step.TOKENIZE;
      case "POST payment_intents" -> Step.CREATE;
      case "POST refunds" -> Step.REFUND;
      case "GET refunds" -> Step.LIST;
      default -> Step.LOOK_UP;
    };
  }

  /** Sends the answer, or breaks the connection instead. */
  private static void send(HttpExchange exchange, FakeStripe.Reply reply, boolean really)
      throws IOException {
    try (exchange) {
      if (!really) {
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (reply.replayed()) {
        exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
      }
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String first(HttpExchange exchange, String header) {
    String value = exchange.getRequestHeaders().getFirst(header);
    return value == null ? "" : value;
  }

  private static Map<String, String> form(@Nullable String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
      String[] pair = field.split("=", 2);
      form.put(decode(pair[0]), decode(pair[1]));
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
