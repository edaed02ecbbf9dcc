package org.orders.adapter.signedjson;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.GatewayBooks;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;

/** The adapter with a server that speaks its protocol. */
final class SignedJsonBench implements GatewayBench {

  /** Short, because tests wait for it; long enough for a busy machine. */
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static final String SECRET = "a secret of 32 characters or more";

  private final SignedJsonBooks books = new SignedJsonBooks();
  private final SignedJsonKey key = new SignedJsonKey(SECRET);
  private final SignedJsonServer server = SignedJsonServer.with(books, key);
  private final PaymentGateway gateway =
      new SignedJsonPaymentGateway(
          Optional.of(server.url()), Optional.of(SECRET), TIMEOUT, InstantSource.system());

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public GatewayBooks books() {
    return books;
  }

  @Override
  public void disturb(Call call, Fault fault, Deed deed) {
    server.disturb(call, fault, deed);
  }

  @Override
  public Signed sign(String eventId, GatewayReference charge, Instant at) {
    String body = "{\"id\": \"" + eventId + "\", \"charge\": \"" + charge.value() + "\"}";
    return new Signed(Map.of(SignedJsonKey.HEADER, key.sign(body, at)), body);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET);
  }
}
