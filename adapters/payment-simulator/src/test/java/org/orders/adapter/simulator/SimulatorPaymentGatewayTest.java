package org.orders.adapter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.contractkit.shared.TestDatabase;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.shared.Money;

/** The scenarios that are the simulator's own. */
class SimulatorPaymentGatewayTest {

  private static final Money PRICE = new Money(1250, Currency.getInstance("EUR"));
  private static final ChargeOutcome CAPTURED = new ChargeOutcome.Captured();

  private final PaymentGateway gateway = gateway(Duration.ZERO, 0);

  private static PaymentGateway gateway(Duration delay, double failureRate) {
    return new SimulatorPaymentGateway(TestDatabase.shared(), delay, failureRate, Optional.empty());
  }

  private static Card card(String number) {
    return Card.of(number, 12, 2099, "123", "A. Holder", Instant.EPOCH);
  }

  private PaymentToken token(String number) {
    return gateway.vault().tokenize(card(number)).token();
  }

  private static Charge charge(PaymentToken token) {
    return new Charge(
        new AttemptId(UUID.randomUUID()),
        new PaymentId(UUID.randomUUID()),
        new OrderId(UUID.randomUUID()),
        token,
        PRICE);
  }

  private ChargeOutcome pay(Charge charge) {
    return gateway.charge(charge, reference(charge));
  }

  private GatewayReference reference(Charge charge) {
    return ((Preparation.Prepared) gateway.prepare(charge)).reference();
  }

  @Test
  void aCardThatFailsForAWhileIsTakenInTheEnd() {
    PaymentToken token = token("4000000000000119");

    List<ChargeOutcome> outcomes = Stream.generate(() -> pay(charge(token))).limit(4).toList();

    ChargeOutcome failed = new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
    assertThat(outcomes).containsExactly(failed, failed, CAPTURED, CAPTURED);
  }

  @Test
  void aCardThatFailsForAWhileMayBeTriedUnderOneKey() {
    Charge charge = charge(token("4000000000000119"));

    List<ChargeOutcome> outcomes = Stream.generate(() -> pay(charge)).limit(4).toList();

    ChargeOutcome failed = new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
    assertThat(outcomes).containsExactly(failed, failed, CAPTURED, CAPTURED);
  }

  @Test
  void aLostAnswerMustBeAskedFor() {
    Charge charge = charge(token("4000000000000341"));

    assertThat(pay(charge)).isEqualTo(new ChargeOutcome.Unknown());
    assertThat(gateway.lookUp(charge, reference(charge))).isEqualTo(CAPTURED);
    assertThat(pay(charge)).isEqualTo(CAPTURED);
  }

  @ParameterizedTest
  @CsvSource({
    "5555555555554444,",
    "4000000000000069,EXPIRED_CARD",
    "4000000000000127,INCORRECT_CVC"
  })
  void otherCardsHaveTheirFateToo(String number, DeclineReason reason) {
    assertThat(pay(charge(token(number))))
        .isEqualTo(reason == null ? CAPTURED : new ChargeOutcome.Declined(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_visa", "pm_card_visa", "sim_captured_1"})
  void aTokenSaysWhatHappensToIt(String token) {
    assertThat(pay(charge(new PaymentToken(token)))).isEqualTo(CAPTURED);
  }

  @Test
  void theBooksOutliveTheGateway() {
    Charge charge = charge(token("4242424242424242"));
    pay(charge);

    assertThat(gateway(Duration.ZERO, 0).lookUp(charge, reference(charge))).isEqualTo(CAPTURED);
  }

  @Test
  void replicasThatStartTogetherMakeOneSetOfBooks() throws Exception {
    TestDatabase.execute("DROP SCHEMA IF EXISTS simulator CASCADE");
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ChargeOutcome>> outcomes =
          IntStream.range(0, 8)
              .mapToObj(
                  _ ->
                      replicas.submit(
                          () -> {
                            Charge charge = charge(new PaymentToken("tok_visa"));
                            go.await();
                            return gateway(Duration.ZERO, 0).charge(charge, reference(charge));
                          }))
              .toList();
      go.countDown();
      for (Future<ChargeOutcome> outcome : outcomes) {
        assertThat(outcome.get()).isEqualTo(CAPTURED);
      }
    }
  }

  @Test
  void inTheWorstWeatherNothingIsKnown() {
    PaymentGateway stormy = gateway(Duration.ZERO, 1);
    Charge charge = charge(new PaymentToken("tok_visa"));

    assertThatThrownBy(() -> stormy.vault().tokenize(card("4242424242424242")))
        .isInstanceOf(GatewayUnavailable.class);
    assertThat(stormy.charge(charge, reference(charge))).isEqualTo(new ChargeOutcome.Unknown());
    assertThat(stormy.lookUp(charge, reference(charge))).isEqualTo(new ChargeOutcome.Unknown());
    assertThat(
            stormy.refund(
                new RefundRequest(
                    new RefundId(UUID.randomUUID()), charge.attempt(), reference(charge), PRICE)))
        .isEqualTo(new RefundOutcome.Unknown());
  }

  @Test
  void aCallerWhoIsInterruptedKnowsNothing() throws InterruptedException {
    Charge charge = charge(new PaymentToken("tok_visa"));
    PaymentGateway slow = gateway(Duration.ofMinutes(1), 0);
    AtomicReference<ChargeOutcome> seen = new AtomicReference<>();

    Thread caller =
        Thread.ofVirtual().start(() -> seen.set(slow.charge(charge, reference(charge))));
    caller.interrupt();
    caller.join();

    assertThat(seen.get()).isEqualTo(new ChargeOutcome.Unknown());
  }

  @Test
  void withoutASecretNoWebhookIsBelieved() {
    SimulatorBench bench = new SimulatorBench();
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    var signed = bench.sign("evt_1", new GatewayReference("sim_1"), now);

    assertThat(bench.gateway().readWebhook(signed.delivery(), now).toString()).contains("evt_1");
    assertThat(gateway.readWebhook(signed.delivery(), now).toString()).contains("FORGED");
  }
}
