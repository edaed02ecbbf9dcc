package org.orders.contractkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.contractkit.payment.GatewayBench.Signed;
import org.orders.contractkit.payment.Till.Taken;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.payment.WebhookReading.Fault;

/** Whoever posts to us in the gateway's name must be the gateway, and speak of now. */
abstract class WebhooksContract extends ContractGroup {

  private static final GatewayReference CHARGE = new GatewayReference("pi_1of2charges");
  private static final GatewayReference OTHER = new GatewayReference("pi_2of2charges");

  @Test
  void aSignedDeliveryNamesItsCharge() {
    Signed signed = bench.sign("evt_1", CHARGE, NOW);

    assertThat(gateway.readWebhook(signed.delivery(), NOW))
        .isEqualTo(new WebhookReading.Accepted(List.of(new GatewayEvent("evt_1", CHARGE))));
  }

  @Test
  void aSignatureOfSomethingElseIsForged() {
    Signed mine = bench.sign("evt_1", CHARGE, NOW);
    Signed other = bench.sign("evt_2", OTHER, NOW);

    assertRejected(new Signed(other.headers(), mine.body()), Fault.FORGED);
  }

  @Test
  void aDeliveryWithoutSignatureIsForged() {
    assertRejected(new Signed(Map.of(), bench.sign("evt_1", CHARGE, NOW).body()), Fault.FORGED);
  }

  @Test
  void aSignatureThatIsNoneIsForged() {
    Signed signed = bench.sign("evt_1", CHARGE, NOW);
    Map<String, String> nonsense = new HashMap<>(signed.headers());
    nonsense.replaceAll((name, value) -> "t=x,v1=,,=");

    assertRejected(new Signed(nonsense, signed.body()), Fault.FORGED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 299, -299})
  void aDeliveryWithinTheToleranceIsRead(long secondsOld) {
    Signed signed = bench.sign("evt_1", CHARGE, NOW.minusSeconds(secondsOld));

    assertThat(gateway.readWebhook(signed.delivery(), NOW))
        .isInstanceOf(WebhookReading.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {301, 86_400, -301})
  void aDeliveryBeyondTheToleranceIsStale(long secondsOld) {
    assertRejected(bench.sign("evt_1", CHARGE, NOW.minusSeconds(secondsOld)), Fault.STALE);
  }

  @Test
  void aRepeatedDeliveryIsTheSameEvent() {
    Signed first = bench.sign("evt_1", CHARGE, NOW);
    Signed again = bench.sign("evt_1", CHARGE, NOW.plusSeconds(60));

    assertThat(gateway.readWebhook(again.delivery(), NOW.plusSeconds(60)))
        .isEqualTo(gateway.readWebhook(first.delivery(), NOW));
  }

  @Test
  void theOrderOfDeliveriesDoesNotMatter() {
    Taken taken = till.take(Till.PRICE);
    Signed captured = bench.sign("evt_1", taken.reference(), NOW.minusSeconds(20));
    Signed refunded = bench.sign("evt_2", taken.reference(), NOW.minusSeconds(10));

    WebhookReading late = gateway.readWebhook(refunded.delivery(), NOW);
    WebhookReading early = gateway.readWebhook(captured.delivery(), NOW);

    assertThat(List.of(late, early))
        .containsExactly(
            new WebhookReading.Accepted(List.of(new GatewayEvent("evt_2", taken.reference()))),
            new WebhookReading.Accepted(List.of(new GatewayEvent("evt_1", taken.reference()))));
    assertThat(gateway.lookUp(taken.charge(), taken.reference()))
        .isEqualTo(new ChargeOutcome.Captured());
    assertThat(bench.books().captures(taken.charge().attempt())).hasSize(1);
  }

  private void assertRejected(Signed signed, Fault fault) {
    assertThat(gateway.readWebhook(signed.delivery(), NOW))
        .isEqualTo(new WebhookReading.Rejected(fault));
  }
}
