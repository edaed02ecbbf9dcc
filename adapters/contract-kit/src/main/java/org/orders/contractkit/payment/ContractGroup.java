package org.orders.contractkit.payment;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.orders.domain.payment.PaymentGateway;

/** What the groups of tests share: a bench of their own for each test. */
abstract class ContractGroup {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  GatewayBench bench;
  PaymentGateway gateway;
  Till till;

  abstract GatewayBench newBench();

  @BeforeEach
  void setUp() {
    bench = newBench();
    gateway = bench.gateway();
    till = new Till(bench);
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }
}
