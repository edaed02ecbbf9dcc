package org.orders.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A stub that answers what it was told to, call by call, and knows nothing of orders. The last
 * answer to a call stays.
 */
public final class ScriptedService implements AutoCloseable {

  /** A request that came in. */
  public record Received(
      String call, String body, @Nullable String key, @Nullable String authorization) {}

  /**
   * An answer to give.
   *
   * @param status 0 to drop the connection without an answer
   */
  public record Scripted(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Deque<Scripted>> answers = new ConcurrentHashMap<>();
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());

  /** Starts it on a free port of this machine. */
  public ScriptedService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    on("POST /auth/login", 200, "{'accessToken':'first','refreshToken':'r1'}");
  }

  /** Where it is reached. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Scripts the next answer to a call, such as {@code GET /products?limit=1}. */
  public ScriptedService on(String call, int status, String body) {
    return on(call, new Scripted(status, body, Map.of()));
  }

  /** Scripts the next answer to a call. */
  public ScriptedService on(String call, Scripted answer) {
    answers.computeIfAbsent(call, unseen -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** What came in, but for logins. */
  public List<Received> received() {
    return received.stream().filter(each -> !each.call().equals("POST /auth/login")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      var headers = exchange.getRequestHeaders();
      received.add(
          new Received(
              call,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              headers.getFirst("Idempotency-Key"),
              headers.getFirst("Authorization")));
      var scripted = next(call);
      if (scripted.status() == 0) {
        return;
      }
      scripted.headers().forEach(exchange.getResponseHeaders()::set);
      var bytes = scripted.body().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(scripted.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Scripted next(String call) {
    var left = answers.get(call);
    if (left == null) {
      return new Scripted(
          404, "{'type':'/problems/not-scripted','detail':'" + call + "'}", Map.of());
    }
    synchronized (left) {
      return left.size() > 1 ? left.remove() : left.element();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
