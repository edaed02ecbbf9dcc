package org.orders.adapter.signedjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.contractkit.payment.TestCard;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Money;

/** What is believed of an answer, byte for byte. */
class SignedJsonPaymentGatewayTest {

  private static final String SECRET = "a secret of 32 characters or more";
  private static final SignedJsonKey KEY = new SignedJsonKey(SECRET);
  private static final Charge CHARGE =
      new Charge(
          new AttemptId(UUID.randomUUID()),
          new PaymentId(UUID.randomUUID()),
          new OrderId(UUID.randomUUID()),
          new PaymentToken("tok-1"),
          new Money(1250, Currency.getInstance("EUR")));
  private static final GatewayReference REFERENCE =
      new GatewayReference(CHARGE.attempt().value().toString());
  private static final String CAPTURED =
      "{\"status\": \"captured\", \"amount\": \"12.50\", \"currency\": \"EUR\"}";

  private HttpServer server;
  private PaymentGateway gateway;
  private int status = 200;
  private String body = CAPTURED;
  private String signedBody;
  private String signedRequest;
  private Instant signedAt;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/pay", this::answer);
    server.start();
    gateway =
        gateway(
            Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/pay"),
            Optional.of(SECRET));
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private static PaymentGateway gateway(Optional<String> url, Optional<String> secret) {
    return new SignedJsonPaymentGateway(url, secret, Duration.ofSeconds(5), InstantSource.system());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestHeaders().getFirst(SignedJsonKey.HEADER);
    String signed =
        (signedRequest == null ? asked : signedRequest)
            + "."
            + status
            + "."
            + (signedBody == null ? body : signedBody);
    exchange
        .getResponseHeaders()
        .set(SignedJsonKey.HEADER, KEY.sign(signed, signedAt == null ? Instant.now() : signedAt));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void aSignedAnswerIsBelieved() {
    assertThat(gateway.lookUp(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Captured());
  }

  @Test
  void anAnswerThatWasChangedOnTheWayIsNotBelieved() {
    signedBody = "{\"status\": \"declined\"}";

    assertThat(gateway.lookUp(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Unknown());
  }

  @Test
  void anAnswerToAnotherQuestionIsNotBelieved() {
    signedRequest = KEY.sign("GET /charges/another.", Instant.now());

    assertThat(gateway.lookUp(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Unknown());
  }

  @Test
  void anAnswerOfYesterdayIsNotBelieved() {
    signedAt = Instant.now().minus(Duration.ofDays(1));

    assertThat(gateway.lookUp(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\": \"captured\", \"amount\": \"12.5\", \"currency\": \"EUR\"}",
        "{\"status\": \"captured\", \"amount\": \"12.50\", \"currency\": \"USD\"}",
        "{\"status\": \"captured\"}",
        "{\"status\": \"pending\"}",
        "{\"status\": \"a word of tomorrow\"}",
        "{}",
        "[]",
        "null",
        "",
        "not json"
      })
  void whatDoesNotSayThatTheAmountWasTakenSaysNothing(String answer) {
    body = answer;

    assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 409, 429, 500, 503})
  void aStatusThatIsNoOutcomeSaysNothing(int said) {
    status = said;

    assertThat(gateway.charge(CHARGE, REFERENCE)).isEqualTo(new ChargeOutcome.Unknown());
  }

  @Test
  void aCardTheVaultDoesNotTakeIsNamedByItsField() {
    status = 422;
    body = "{\"field\": \"cvc\"}";

    assertThatThrownBy(() -> gateway.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/cvc"));
  }

  @Test
  void withoutConfigurationNothingIsSent() {
    PaymentGateway unconfigured = gateway(Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> unconfigured.charge(CHARGE, REFERENCE))
        .isInstanceOf(GatewayUnavailable.class);
    assertThatThrownBy(() -> unconfigured.vault().tokenize(TestCard.GOOD.card()))
        .isInstanceOf(GatewayUnavailable.class);
  }
}
